import type { NextRequest } from "next/server";
import { z } from "zod";
import { findMember } from "@/lib/server/auth/member";
import { REGISTER_FORMATS } from "@/lib/server/files/formats";
import { madeFileResponse } from "@/lib/server/files/made-file-response";
import { handled } from "@/lib/server/requests/handled";
import { invalidQuery, notFound } from "@/lib/server/requests/problem";
import { beside } from "@/lib/server/workers/beside";

const querySchema = z.object({ format: z.enum(REGISTER_FORMATS, "one of xlsx, csv") });

type Context = RouteContext<"/[organization]/units/[unit]/risks/export/[format]">;

/** The risk register of a unit as a file. */
export const GET = handled(async (_request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, unit: unitId, format } = await params;
  const query = querySchema.safeParse({ format });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  if (!member) return notFound("No such unit.");
  const made = await beside("registerFile", { member, unitId, ...query.data, now: new Date() });
  return madeFileResponse(made, "No such unit.");
});
