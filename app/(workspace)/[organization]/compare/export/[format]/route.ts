import type { NextRequest } from "next/server";
import { z } from "zod";
import { readView } from "@/components/comparison/view-address";
import { candidatesOf, separate } from "@/lib/comparison/compared-unit";
import { filterUnits, sortUnits } from "@/lib/comparison/view";
import { fileName } from "@/lib/report/file-name";
import { portfolioReport } from "@/lib/report/portfolio-report";
import { findMember } from "@/lib/server/auth/member";
import { currentFramework } from "@/lib/server/data/frameworks";
import { listLatestResults } from "@/lib/server/data/results";
import { listUnits } from "@/lib/server/data/units";
import { fileResponse } from "@/lib/server/file-response";
import { handled } from "@/lib/server/handled";
import { invalidQuery, notFound, problem } from "@/lib/server/problem";
import { renderPdf } from "@/lib/server/report/pdf";
import { renderPortfolioXlsx } from "@/lib/server/report/portfolio-xlsx";
import { webStream } from "@/lib/server/web-stream";

const TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const querySchema = z.object({
  format: z.enum(["pdf", "xlsx"], "one of pdf, xlsx"),
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

  const [view, tree, results, { framework }] = await Promise.all([
    readView(searchParams),
    listUnits(member),
    listLatestResults(member),
    currentFramework(),
  ]);
  const { compared, notCompared } = separate(candidatesOf(tree, results), framework);
  const units = sortUnits(filterUnits(compared, tree, view), view);
  if (units.length === 0) return problem({ status: 404, title: "No unit fits these filters" });

  const now = new Date();
  const report = { organization: member.organizationName, framework, units, notCompared, date: now };
  const body =
    query.data.format === "pdf"
      ? await renderPdf(portfolioReport(report), query.data.paper, now)
      : webStream(renderPortfolioXlsx(framework, units, now));
  const name = fileName(member.organizationName, "unit comparison", now, query.data.format);
  return fileResponse(body, { name, type: TYPES[query.data.format] });
});
