import "server-only";
import { answersCsv } from "@/lib/assessments/answer-csv";
import { reportCsv } from "@/lib/report/csv";
import { fileName } from "@/lib/report/file-name";
import { gapReport } from "@/lib/report/gap-report";
import { reportJson } from "@/lib/report/json";
import type { Member } from "../auth/member";
import { findResult } from "../data/results";
import { findScoringInput } from "../data/submission";
import { renderPdf } from "../report/pdf";
import type { Paper } from "../report/pdf-page";
import { renderXlsx } from "../report/xlsx";
import type { ResultFormat } from "./formats";
import type { MadeFile } from "./made-file";

type Asked = {
  member: Member;
  id: string;
  format: ResultFormat;
  paper: Paper;
  withAnswers: boolean;
};

/** The gap report of a submitted assessment. Null when there is none. */
export async function resultFile({
  member,
  id,
  format,
  paper,
  withAnswers,
}: Asked): Promise<MadeFile | null> {
  const stored = await findResult(member, id);
  const input = stored && (await findScoringInput(member, id));
  if (!stored || !input) return null;
  const { framework, assessment } = input;
  const { result, submittedAt, unitName } = stored;
  const report = { framework, assessment, result, assessmentId: id, submittedAt };
  const bodies = {
    pdf: () => renderPdf(gapReport({ ...report, withAnswers }), paper, submittedAt),
    xlsx: () => renderXlsx(report),
    csv: () => reportCsv(framework, assessment, result),
    json: () => reportJson(assessment, result),
    answers: () => answersCsv(framework, assessment),
  };
  const { targetPhase } = result;
  const name =
    format === "answers"
      ? fileName(unitName, `answers ${targetPhase}`, submittedAt, "csv")
      : fileName(unitName, `gap report ${targetPhase}`, submittedAt, format);
  return { name, body: await bodies[format]() };
}
