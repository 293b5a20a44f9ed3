import type { NextRequest } from "next/server";
import { z } from "zod";
import { answersCsv } from "@/lib/assessments/answer-csv";
import { reportCsv } from "@/lib/report/csv";
import { fileName } from "@/lib/report/file-name";
import { gapReport } from "@/lib/report/gap-report";
import { reportJson } from "@/lib/report/json";
import { findMember } from "@/lib/server/auth/member";
import { findResult } from "@/lib/server/data/results";
import { findScoringInput } from "@/lib/server/data/submission";
import { fileResponse } from "@/lib/server/file-response";
import { handled } from "@/lib/server/handled";
import { invalidQuery, notFound } from "@/lib/server/problem";
import { renderPdf } from "@/lib/server/report/pdf";
import { renderXlsx } from "@/lib/server/report/xlsx";

const FORMATS = ["pdf", "xlsx", "csv", "json", "answers"] as const;

const querySchema = z.object({
  format: z.enum(FORMATS, `one of ${FORMATS.join(", ")}`),
  paper: z.enum(["a4", "letter"], "a4 or letter").default("a4"),
  answers: z.enum(["0", "1"], "0 or 1").default("1"),
});

type Context = RouteContext<"/[organization]/assessments/[assessment]/results/export/[format]">;

/** The gap report of a submitted assessment as a file. */
export const GET = handled(async (request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, assessment: id, format } = await params;
  const query = querySchema.safeParse({ ...Object.fromEntries(request.nextUrl.searchParams), format });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  const stored = member && (await findResult(member, id));
  const input = stored && (await findScoringInput(member, id));
  if (!stored || !input) return notFound("No such result.");

  const { framework, assessment } = input;
  const { result, submittedAt, unitName } = stored;
  const report = { framework, assessment, result, assessmentId: id, submittedAt };
  const withAnswers = query.data.answers === "1";
  const bodies = {
    pdf: () => renderPdf(gapReport({ ...report, withAnswers }), query.data.paper, submittedAt),
    xlsx: () => renderXlsx(report),
    csv: () => reportCsv(framework, assessment, result),
    json: () => reportJson(assessment, result),
    answers: () => answersCsv(framework, assessment),
  };
  const body = await bodies[query.data.format]();
  const { targetPhase } = result;
  const name =
    query.data.format === "answers"
      ? fileName(unitName, `answers ${targetPhase}`, submittedAt, "csv")
      : fileName(unitName, `gap report ${targetPhase}`, submittedAt, query.data.format);
  return fileResponse(body, { name });
});
