import type { NextRequest } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/server/auth/member";
import { PLAN_FORMATS } from "@/lib/server/files/formats";
import { madeFileResponse } from "@/lib/server/files/made-file-response";
import { handled } from "@/lib/server/requests/handled";
import { invalidQuery, notFound } from "@/lib/server/requests/problem";
import { beside } from "@/lib/server/workers/beside";

const querySchema = z.object({ format: z.enum(PLAN_FORMATS, `one of ${PLAN_FORMATS.join(", ")}`) });

type Context = RouteContext<"/[organization]/plans/[plan]/export/[format]">;

/** A plan as a file. */
export const GET = handled(async (_request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, plan: id, format } = await params;
  const query = querySchema.safeParse({ format });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  if (!member) return notFound("No such plan.");
  return madeFileResponse(await beside("planFile", { member, id, ...query.data }), "No such plan.");
});
