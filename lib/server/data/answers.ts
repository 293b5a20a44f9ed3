import "server-only";
import { sameValue } from "@/lib/answer-queue/same-value";
import type { Depth } from "@/lib/framework/types";
import { can } from "@/lib/permissions/permissions";
import type { Answer } from "@/lib/scoring/assessment";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { Transaction } from "../db/transaction";
import { askedQuestionKeys, readFramework } from "./frameworks";
import { type AnswerState, toAnswerColumns, toAnswerState } from "./interchange";

export type AnswerChange = {
  assessmentId: string;
  question: string;
  /** Null takes the answer back. */
  answer: Answer | null;
  /** The revision this change was made on; 0 when the question had no answer. */
  expectedRevision: number;
  /** Chosen by the sender and kept for its retries, so that a change is applied once. */
  mutationId: string;
};

export type PutAnswerResult =
  | { outcome: "saved"; stored: AnswerState }
  /** Somebody else was faster: theirs is `stored`, null when nobody ever answered; nothing was changed. */
  | { outcome: "stale"; stored: AnswerState | null }
  /** `reused`: this mutation id stored another value. */
  | { outcome: "forbidden" | "not-found" | "unknown-question" | "locked" | "reused" };

const OPEN = { status: { not: "submitted" } };

/** Also remembers the question as the place to come back to. A retry gets what its first attempt stored. */
export async function putAnswer(member: Member, change: AnswerChange, now: Date): Promise<PutAnswerResult> {
  if (!can(member.role, "assessment:edit")) return { outcome: "forbidden" };
  return (await replaceAnswer(member, change, now)) ?? addAnswer(member, change, now);
}

/** Tenant, state and revision are in the one statement. Null when it does not apply. */
async function replaceAnswer(
  member: Member,
  change: AnswerChange,
  now: Date,
): Promise<PutAnswerResult | null> {
  const { organizationId } = member;
  const { assessmentId, question, expectedRevision: revision, mutationId } = change;
  if (revision === 0) return null;
  const replace = db.answer.updateMany({
    where: {
      organizationId,
      assessmentId,
      question,
      revision,
      mutationId: { not: mutationId },
      assessment: OPEN,
    },
    data: columns(change, now),
  });
  // Together: what is on the disk after each costs most of the time.
  const [{ count }] = await db.$transaction([
    replace,
    comeBackTo(
      member,
      change,
      { answers: { some: { question, mutationId, revision: revision + 1 } } },
      now,
      db,
    ),
  ]);
  return count === 1 ? saved(change, now) : null;
}

function comeBackTo(
  { organizationId }: Member,
  { assessmentId, question }: AnswerChange,
  when: Prisma.AssessmentWhereInput,
  now: Date,
  tx: Transaction,
) {
  return tx.assessment.updateMany({
    where: { ...when, id: assessmentId, organizationId, ...OPEN },
    data: { lastQuestion: question, updatedAt: now },
  });
}

/** Stores the first answer to a question, or says why the change cannot be made. */
function addAnswer(member: Member, change: AnswerChange, now: Date): Promise<PutAnswerResult> {
  const { organizationId } = member;
  const { assessmentId, question, mutationId, expectedRevision } = change;
  return db.$transaction(async (tx) => {
    const assessment = await tx.assessment.findFirst({
      where: { id: assessmentId, organizationId },
      select: { status: true, depth: true, frameworkVersionId: true, answers: { where: { question } } },
    });
    if (!assessment) return { outcome: "not-found" };
    const [current] = assessment.answers;
    const stored = current ? toAnswerState(current) : null;
    if (stored && current?.mutationId === mutationId) {
      const meant = toAnswerState({ question, ...columns(change, now) }).answer;
      return sameValue(meant, stored.answer) ? { outcome: "saved", stored } : { outcome: "reused" };
    }
    if (assessment.status === "submitted") return { outcome: "locked" };
    const { framework } = await readFramework(assessment.frameworkVersionId, tx);
    if (!askedQuestionKeys(framework, assessment.depth as Depth).has(question)) {
      return { outcome: "unknown-question" };
    }
    if (expectedRevision !== 0 || (stored && stored.answer !== null)) return { outcome: "stale", stored };
    // A row whose answer was taken back goes on counting its revisions: no earlier one becomes valid again.
    const next = { ...change, expectedRevision: stored?.revision ?? 0 };
    const key = { assessmentId_question: { assessmentId, question } };
    const create = { ...columns(next, now), organizationId, assessmentId, question };
    await tx.answer.upsert({ where: key, create, update: columns(next, now) });
    await comeBackTo(member, change, {}, now, tx);
    return saved(next, now);
  });
}

function columns({ answer, expectedRevision, mutationId }: AnswerChange, now: Date) {
  const revision = expectedRevision + 1;
  return { ...toAnswerColumns(answer), carriedOver: false, revision, mutationId, updatedAt: now };
}

function saved(change: AnswerChange, now: Date): PutAnswerResult {
  return { outcome: "saved", stored: toAnswerState({ question: change.question, ...columns(change, now) }) };
}

export type ConfirmOutcome = "confirmed" | "forbidden" | "not-found" | "locked";

/** Says that answers carried over from the assessment before still hold. Their values and revisions stay. */
export async function confirmCarriedOver(
  member: Member,
  { assessmentId, questions }: { assessmentId: string; questions: readonly string[] },
  now: Date,
): Promise<ConfirmOutcome> {
  if (!can(member.role, "assessment:edit")) return "forbidden";
  const { organizationId } = member;
  await db.answer.updateMany({
    where: {
      organizationId,
      assessmentId,
      question: { in: [...questions] },
      carriedOver: true,
      assessment: OPEN,
    },
    data: { carriedOver: false, updatedAt: now },
  });
  const assessment = await db.assessment.findFirst({
    where: { id: assessmentId, organizationId },
    select: { status: true },
  });
  if (!assessment) return "not-found";
  return assessment.status === "submitted" ? "locked" : "confirmed";
}
