import "server-only";
import {
  type SuitabilityAnswer,
  type SuitabilityKey,
  withSuitabilityAnswer,
} from "@/lib/assessments/suitability";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { type SuitabilityState, toMarkedSuitability, toSuitabilityState } from "./interchange";

export type SuitabilityChange = {
  assessmentId: string;
  key: SuitabilityKey;
  answer: SuitabilityAnswer;
  /** The revision this change was made on. */
  expectedRevision: number;
  /** Chosen by the sender and kept for its retries, so that a change is applied once. */
  mutationId: string;
};

export type PutSuitabilityResult =
  /** With `stale`, somebody else was faster: theirs is `stored`, and nothing was changed. */
  | { outcome: "saved" | "stale"; stored: SuitabilityState }
  /** `reused`: this mutation id stored another answer. */
  | { outcome: "forbidden" | "not-found" | "locked" | "reused" };

/** Stores one answer on suitability on the revision that it was made on. A retry gets what its first attempt stored. */
export function putSuitability(
  member: Member,
  { assessmentId, key, answer, expectedRevision, mutationId }: SuitabilityChange,
  now: Date,
): Promise<PutSuitabilityResult> {
  if (!can(member.role, "assessment:edit")) return Promise.resolve({ outcome: "forbidden" });
  const where = { id: assessmentId, organizationId: member.organizationId };
  return db.$transaction(async (tx) => {
    const select = { status: true, suitability: true, suitabilityMarks: true };
    const assessment = await tx.assessment.findFirst({ where, select });
    if (!assessment) return { outcome: "not-found" };
    const { suitability, marks } = toMarkedSuitability(assessment);
    const stored = toSuitabilityState({ suitability, marks }, key);
    if (marks[key]?.mutationId === mutationId) {
      return stored.answer === answer ? { outcome: "saved", stored } : { outcome: "reused" };
    }
    if (assessment.status === "submitted") return { outcome: "locked" };
    if (stored.revision !== expectedRevision) return { outcome: "stale", stored };
    const mark = { revision: expectedRevision + 1, mutationId, savedAt: now.toISOString() };
    const next = {
      suitability: withSuitabilityAnswer(suitability, key, answer),
      marks: { ...marks, [key]: mark },
    };
    const data = { suitability: next.suitability, suitabilityMarks: next.marks, updatedAt: now };
    await tx.assessment.updateMany({ where, data });
    return { outcome: "saved", stored: toSuitabilityState(next, key) };
  });
}
