import "server-only";
import type { Depth } from "@/lib/framework/types";
import { can } from "@/lib/permissions/can";
import type { Answer } from "@/lib/scoring/assessment";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { readFramework } from "./frameworks";
import { askedQuestionKeys, type StoredAnswer, toAnswerColumns, toStoredAnswer } from "./interchange";

export type AnswerChange = {
  assessmentId: string;
  question: string;
  answer: Answer;
  /** The revision this change was made on; 0 when the question had no answer. */
  expectedRevision: number;
  /** Chosen by the sender and kept for its retries, so that a change is applied once. */
  mutationId: string;
};

export type PutAnswerResult =
  | { outcome: "saved"; stored: StoredAnswer }
  /** Somebody else was faster: theirs is `stored`, null when there is none; nothing was changed. */
  | { outcome: "stale"; stored: StoredAnswer | null }
  | { outcome: "forbidden" | "not-found" | "unknown-question" | "locked" };

/** Also remembers the question as the place to come back to. A retry gets what its first attempt stored. */
export async function putAnswer(member: Member, input: AnswerChange, now: Date): Promise<PutAnswerResult> {
  if (!can(member.role, "assessment:edit")) return { outcome: "forbidden" };
  const { organizationId } = member;
  const { assessmentId, question, mutationId, expectedRevision } = input;
  const assessment = await db.assessment.findFirst({
    where: { id: assessmentId, organizationId },
    select: { frameworkVersionId: true, depth: true },
  });
  if (!assessment) return { outcome: "not-found" };
  const { framework } = await readFramework(assessment.frameworkVersionId);
  if (!askedQuestionKeys(framework, assessment.depth as Depth).has(question)) {
    return { outcome: "unknown-question" };
  }

  return db.$transaction(async (tx) => {
    // First the statement that holds the assessment: nobody submits it, or answers it, while we decide.
    const { count: open } = await tx.assessment.updateMany({
      where: { id: assessmentId, organizationId, status: { not: "submitted" } },
      data: { lastQuestion: question, updatedAt: now },
    });
    const current = await tx.answer.findUnique({
      where: { assessmentId_question: { assessmentId, question }, organizationId },
    });
    if (current?.mutationId === mutationId) return { outcome: "saved", stored: toStoredAnswer(current) };
    if (open === 0) return { outcome: "locked" };
    if ((current?.revision ?? 0) !== expectedRevision) {
      return { outcome: "stale", stored: current && toStoredAnswer(current) };
    }
    const data = {
      ...toAnswerColumns(input.answer),
      carriedOver: false,
      revision: expectedRevision + 1,
      mutationId,
      updatedAt: now,
    };
    const stored = current
      ? await tx.answer.update({ where: { id: current.id, organizationId }, data })
      : await tx.answer.create({ data: { ...data, organizationId, assessmentId, question } });
    return { outcome: "saved", stored: toStoredAnswer(stored) };
  });
}

export type ConfirmOutcome = "confirmed" | "forbidden" | "not-found" | "locked";

/** Says that answers carried over from the assessment before still hold. Their values and revisions stay. */
export async function confirmCarriedOver(
  member: Member,
  input: { assessmentId: string; questions: readonly string[] },
  now: Date,
): Promise<ConfirmOutcome> {
  if (!can(member.role, "assessment:edit")) return "forbidden";
  const { organizationId } = member;
  const { assessmentId, questions } = input;
  return db.$transaction(async (tx) => {
    const { count: open } = await tx.assessment.updateMany({
      where: { id: assessmentId, organizationId, status: { not: "submitted" } },
      data: { updatedAt: now },
    });
    if (open === 0) {
      return (await tx.assessment.count({ where: { id: assessmentId, organizationId } })) === 1
        ? "locked"
        : "not-found";
    }
    await tx.answer.updateMany({
      where: { assessmentId, organizationId, question: { in: [...questions] }, carriedOver: true },
      data: { carriedOver: false, updatedAt: now },
    });
    return "confirmed";
  });
}
