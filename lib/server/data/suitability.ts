import "server-only";
import {
  SUITABILITY_KEYS,
  type SuitabilityAnswer,
  type SuitabilityKey,
  suitabilityAnswer,
  withSuitabilityAnswer,
} from "@/lib/assessments/suitability";
import { can } from "@/lib/permissions/can";
import type { Suitability } from "@/lib/scoring/assessment";
import type { Member } from "../auth/member";
import { db } from "../db/client";

/** As stored; revision 0 when it was never answered here, such as when it came with an imported assessment. */
export type SuitabilityState = { answer: SuitabilityAnswer | null; revision: number; savedAt: Date | null };

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
  | { outcome: "forbidden" | "not-found" | "locked" };

type Mark = { revision: number; mutationId: string; savedAt: string };
type Marks = Partial<Record<SuitabilityKey, Mark>>;

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
    const suitability = assessment.suitability as Suitability;
    const marks = (assessment.suitabilityMarks ?? {}) as Marks;
    const stored = stateOf(suitability, marks, key);
    if (marks[key]?.mutationId === mutationId) return { outcome: "saved", stored };
    if (assessment.status === "submitted") return { outcome: "locked" };
    if (stored.revision !== expectedRevision) return { outcome: "stale", stored };
    const mark: Mark = { revision: expectedRevision + 1, mutationId, savedAt: now.toISOString() };
    const next = {
      suitability: withSuitabilityAnswer(suitability, key, answer),
      suitabilityMarks: { ...marks, [key]: mark },
    };
    await tx.assessment.updateMany({ where, data: { ...next, updatedAt: now } });
    return { outcome: "saved", stored: stateOf(next.suitability, next.suitabilityMarks, key) };
  });
}

function stateOf(suitability: Suitability, marks: Marks, key: SuitabilityKey): SuitabilityState {
  const mark = marks[key];
  const savedAt = mark ? new Date(mark.savedAt) : null;
  return { answer: suitabilityAnswer(suitability, key), revision: mark?.revision ?? 0, savedAt };
}

/** The ten answers by key; null when the assessment is not there. */
export async function findSuitability(
  member: Member,
  assessmentId: string,
): Promise<ReadonlyMap<SuitabilityKey, SuitabilityState> | null> {
  const assessment = await db.assessment.findFirst({
    where: { id: assessmentId, organizationId: member.organizationId },
    select: { suitability: true, suitabilityMarks: true },
  });
  if (!assessment) return null;
  const suitability = assessment.suitability as Suitability;
  const marks = (assessment.suitabilityMarks ?? {}) as Marks;
  return new Map(SUITABILITY_KEYS.map((key) => [key, stateOf(suitability, marks, key)]));
}
