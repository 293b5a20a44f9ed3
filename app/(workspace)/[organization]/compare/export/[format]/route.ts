import type { NextRequest } from "next/server";
import { z } from "zod";
import { readView } from "@/components/comparison/view-address";
import { COMPARISON_FORMATS } from "@/lib/exports/comparison-file";
import { findMember } from "@/lib/server/auth/member";
import { madeFileResponse } from "@/lib/server/files/made-file-response";
import { handled } from "@/lib/server/requests/handled";
import { invalidQuery, notFound } from "@/lib/server/requests/problem";
import { beside } from "@/lib/server/workers/beside";

const querySchema = z.object({
  format: z.enum(COMPARISON_FORMATS, "one of pdf, xlsx"),
  paper: z.enum(["a4", "letter"], "a4 or letter").default("a4"),
});

type Context = RouteContext<"/[organization]/compare/export/[format]">;

/** The comparison that the query string describes, as a file. */
export const GET = handled(async (request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, format } = await params;
  const { searchParams } = request.nextUrl;
  const query = querySchema.safeParse({ format, paper: searchParams.get("paper") ?? undefined });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  if (!member) return notFound("No such organization.");
  const file = { ...query.data, view: await readView(searchParams) };
  const made = await beside("comparisonFile", { member, file, now: new Date() });
  return madeFileResponse(made, "No unit fits these filters.");
});
