import "server-only";
import { randomUUID } from "node:crypto";
import { assessmentName, type Comparison } from "@/lib/organization-file/report";
import { type FileAssessment, assessments as inFile } from "@/lib/organization-file/tables/assessments";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { parentsFirst } from "@/lib/units/parents-first";
import type { Member } from "../auth/member";
import { addRows } from "../db/add-rows";
import type { Transaction } from "../db/transaction";
import { IMPORTED, toResultColumns } from "./assessment-rows";
import { toAnswerColumns } from "./interchange";
import { findScoringInput } from "./submission";
import { compare } from "./tables/compare";
import type { Stored, Surroundings } from "./tables/owned-table";

type Fresh = FileAssessment & { index: number };

/** `rows` of a file, beside those that are `here`. */
type Given = { rows: readonly FileAssessment[]; here: AsyncIterable<Stored<FileAssessment>> };

/**
 * Adds the assessments of a file that are not here, inside a transaction of an import.
 * @throws AssessmentError for the first that does not fit; the transaction must not be committed then
 */
export async function addAssessments(
  member: Member,
  { rows: assessments, here }: Given,
  { unitNames, versions }: Surroundings,
  tx: Transaction,
): Promise<Comparison> {
  const submittedOf = new Map<string, string>();
  const known = new Set<string>();
  const { report, fresh } = await compare(assessments, here, {
    idOf: inFile.idOf,
    nameOf: (assessment) => assessmentName(unitNames.get(assessment.unitId) ?? "", assessment),
    visit: ({ id, unitId, status }) => {
      known.add(id);
      if (status === "submitted") submittedOf.set(id, unitId);
    },
  });
  for (const { id, unitId, status } of fresh) if (status === "submitted") submittedOf.set(id, unitId);
  for (const { index, unitId, previousId } of fresh) {
    if (!unitNames.has(unitId)) throw fault(index, "unitId", "the id of a unit in the file or here");
    if (previousId !== null && submittedOf.get(previousId) !== unitId)
      throw fault(index, "previousId", PREVIOUS);
  }
  const linked = fresh.map((assessment) => ({ ...assessment, parentId: assessment.previousId }));
  const { ordered, lost } = parentsFirst(linked, known);
  if (lost[0]) throw fault(lost[0].index, "previousId", PREVIOUS);
  const rows = ordered.map(({ parentId, ...assessment }) => rowsOf(member, assessment, versions));
  await addRows(
    "Assessment",
    rows.map(({ assessment }) => assessment),
    tx,
  );
  await addRows(
    "Answer",
    rows.flatMap(({ answers }) => answers),
    tx,
  );
  await addRows(
    "Result",
    rows.flatMap(({ results }) => results),
    tx,
  );
  await keepResultsTrue(member, fresh, tx);
  return report;
}

const PREVIOUS = "null or the id of an earlier submitted assessment of the same unit";

function fault(index: number, place: string, expected: string): AssessmentError {
  return new AssessmentError(`assessments[${index}].${place}`, expected);
}

/** @throws AssessmentError when the file lacks its framework */
function rowsOf(
  member: Member,
  { index, framework, answers, suitabilityMarks, result, ...assessment }: Fresh,
  versions: ReadonlyMap<string, string>,
) {
  const { organizationId } = member;
  const frameworkVersionId = versions.get(framework);
  if (frameworkVersionId === undefined) throw fault(index, "framework", "one of the frameworks of the file");
  const marks = Object.entries(suitabilityMarks).map(([key, mark]) => {
    return [key, { ...mark, mutationId: IMPORTED }] as const;
  });
  const { id: assessmentId, submittedAt } = assessment;
  const columns = {
    ...assessment,
    organizationId,
    frameworkVersionId,
    suitabilityMarks: Object.fromEntries(marks),
    createdAt: new Date(assessment.createdAt),
    updatedAt: new Date(assessment.updatedAt),
    submittedAt: submittedAt === null ? null : new Date(submittedAt),
  };
  const answerRows = Object.entries(answers).map(([question, { answer, updatedAt, ...state }]) => ({
    ...toAnswerColumns(answer),
    ...state,
    id: randomUUID(),
    organizationId,
    assessmentId,
    question,
    mutationId: IMPORTED,
    updatedAt: new Date(updatedAt),
  }));
  const results = result ? [result] : [];
  const resultRows = results.map(({ inputHash, computedAt, content }) => ({
    id: randomUUID(),
    organizationId,
    ...toResultColumns({
      assessmentId,
      frameworkVersionId,
      inputHash,
      result: content,
      computedAt: new Date(computedAt),
    }),
  }));
  return { assessment: columns, answers: answerRows, results: resultRows };
}

/** Each result of a unit that got assessments must be that of its answers and of what the unit submitted before. */
async function keepResultsTrue(member: Member, fresh: readonly Fresh[], tx: Transaction) {
  const { organizationId } = member;
  const places = new Map(fresh.map(({ id, index }) => [id, index]));
  const added = new Map(fresh.filter(({ result }) => result).map(({ unitId, index }) => [unitId, index]));
  for (const [unitId, anyIndex] of added) {
    const results = await tx.result.findMany({
      where: { organizationId, assessment: { unitId } },
      select: { assessmentId: true, inputHash: true },
    });
    for (const { assessmentId, inputHash } of results) {
      const input = await findScoringInput(member, assessmentId, tx);
      if (input?.inputHash === inputHash) continue;
      const own = places.get(assessmentId);
      if (own !== undefined) throw fault(own, "result.inputHash", "the hash of what was scored");
      throw fault(anyIndex, "submittedAt", "a time that leaves the results of this unit that are here true");
    }
  }
}
