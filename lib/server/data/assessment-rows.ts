import "server-only";
import type { Answer } from "@/lib/scoring/assessment";
import type { Result } from "@/lib/scoring/result";
import { briefOf, summaryOf } from "@/lib/scoring/result-summary";
import type { Member } from "../auth/member";
import type { Prisma } from "../db/generated/client";
import type { Transaction } from "../db/transaction";
import { toAnswerColumns } from "./interchange";

/** How rows of assessments are added, for callers who have asked for permission. */

/** The change that an imported answer is said to come from. */
export const IMPORTED = "imported";

type OpenAssessment = Omit<Prisma.AssessmentUncheckedCreateInput, "id" | "organizationId" | "submittedAt">;

type Answers = {
  given: readonly { question: string; answer: Answer; carriedOver?: boolean }[];
  /** What the answers are said to come from. */
  mutationId: string;
};

/** Adds an assessment that is not submitted, with its answers, each at its first revision. Returns its id. */
export async function insertOpenAssessment(
  { organizationId }: Member,
  assessment: OpenAssessment,
  { given, mutationId }: Answers,
  tx: Transaction,
): Promise<string> {
  const { id } = await tx.assessment.create({
    data: { ...assessment, organizationId },
    select: { id: true },
  });
  await tx.answer.createMany({
    data: given.map(({ question, answer, carriedOver = false }) => ({
      ...toAnswerColumns(answer),
      organizationId,
      assessmentId: id,
      question,
      carriedOver,
      revision: 1,
      mutationId,
      updatedAt: assessment.updatedAt,
    })),
  });
  return id;
}

type NewResult = {
  assessmentId: string;
  frameworkVersionId: string;
  inputHash: string;
  result: Result;
  computedAt: Date;
};

export async function insertResult(
  { organizationId }: Member,
  result: NewResult,
  tx: Transaction,
): Promise<void> {
  await tx.result.create({ data: { ...toResultColumns(result), organizationId }, select: { id: true } });
}

/** A result with the parts of it that lists, changes over time and the comparison show. */
export function toResultColumns({ result, ...row }: NewResult) {
  return {
    ...row,
    brief: briefOf(result) as unknown as Prisma.JsonObject,
    summary: summaryOf(result) as unknown as Prisma.JsonObject,
    content: result as unknown as Prisma.JsonObject,
  };
}
