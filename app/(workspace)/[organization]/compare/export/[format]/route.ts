import type { NextRequest } from "next/server";
import { z } from "zod";
import { readView } from "@/components/comparison/view-address";
import { COMPARISON_FORMATS } from "@/lib/exports/comparison-file";
import { fileName } from "@/lib/report/file-name";
import { findMember } from "@/lib/server/auth/member";
import { fileResponse } from "@/lib/server/file-response";
import { handled } from "@/lib/server/handled";
import { invalidQuery, notFound, problem } from "@/lib/server/problem";
import { renderComparison } from "@/lib/server/report/comparison-file";
import { webStream } from "@/lib/server/web-stream";

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
  const now = new Date();
  const body = await renderComparison(member, { ...query.data, view: await readView(searchParams) }, now);
  if (!body) return problem({ status: 404, title: "No unit fits these filters" });
  const name = fileName(member.organizationName, "unit comparison", now, query.data.format);
  return fileResponse(webStream(body), { name });
});
