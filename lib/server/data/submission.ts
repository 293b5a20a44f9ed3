import "server-only";
import { evaluate } from "@/lib/evaluation/evaluate";
import type { Framework } from "@/lib/framework/types";
import { majorOf } from "@/lib/framework/version";
import { can } from "@/lib/permissions/permissions";
import { type Assessment, CONDITIONS, type Suitability, WARNINGS } from "@/lib/scoring/assessment";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import type { Transaction } from "../db/transaction";
import { insertResult } from "./assessment-rows";
import { findAssessment } from "./assessments";
import { readFramework } from "./frameworks";
import { inputHashOf } from "./input-hash";
import {
  type AssessmentWithAnswers,
  toAssessmentWithAnswers,
  toInterchange,
  WITH_ANSWERS,
} from "./interchange";

export type SubmitOutcome =
  | "submitted"
  | "forbidden"
  | "not-found"
  | "already-submitted"
  | "on-hold"
  | "suitability-incomplete";

/** Freezes the answers and stores their result, both or neither. Pass `tx` to submit inside a transaction. */
export async function submitAssessment(
  member: Member,
  id: string,
  now: Date,
  tx?: Transaction,
): Promise<SubmitOutcome> {
  if (!can(member.role, "assessment:submit")) return "forbidden";
  return tx ? submit(member, id, now, tx) : db.$transaction((own) => submit(member, id, now, own));
}

async function submit(member: Member, id: string, now: Date, tx: Transaction): Promise<SubmitOutcome> {
  const { organizationId } = member;
  const assessment = await findAssessment(member, id, tx);
  if (!assessment) return "not-found";
  if (assessment.status === "submitted") return "already-submitted";
  if (assessment.status === "onHold") return "on-hold";
  if (!isSuitabilityComplete(assessment.suitability)) return "suitability-incomplete";

  const { framework, previous, inputHash, ...input } = await gather(member, assessment, now, tx);
  const result = evaluate(framework, input.assessment, previous);
  const { count } = await tx.assessment.updateMany({
    where: { id, organizationId, status: "draft" },
    data: { status: "submitted", submittedAt: now, updatedAt: now },
  });
  if (count === 0) return "already-submitted";
  await insertResult(
    member,
    {
      assessmentId: id,
      frameworkVersionId: assessment.frameworkVersionId,
      inputHash,
      result,
      computedAt: now,
    },
    tx,
  );
  return "submitted";
}

function isSuitabilityComplete({ conditions, warnings }: Suitability): boolean {
  return (
    CONDITIONS.every((key) => conditions[key] !== undefined) &&
    WARNINGS.every((key) => warnings[key] !== undefined)
  );
}

/** The arguments of `evaluate`, and the hash by which a stored result can be traced to them. */
export type ScoringInput = {
  framework: Framework;
  assessment: Assessment;
  /** What the unit submitted last before this one, when it can be compared. */
  previous?: Assessment;
  inputHash: string;
};

/** What an assessment, draft or submitted, is scored from. Null when it is not there. */
export async function findScoringInput(
  member: Member,
  assessmentId: string,
  tx: Transaction = db,
): Promise<ScoringInput | null> {
  const assessment = await findAssessment(member, assessmentId, tx);
  return assessment && gather(member, assessment, assessment.submittedAt, tx);
}

async function gather(
  member: Member,
  stored: AssessmentWithAnswers,
  submittedAt: Date | null,
  tx: Transaction,
): Promise<ScoringInput> {
  const { framework, hash } = await readFramework(stored.frameworkVersionId, tx);
  const assessment = toInterchange(stored);
  const last = await tx.assessment.findFirst({
    where: {
      organizationId: member.organizationId,
      unitId: stored.unitId,
      status: "submitted",
      id: { not: stored.id },
      ...(submittedAt && { submittedAt: { lt: submittedAt } }),
      frameworkVersion: { key: framework.key, version: { startsWith: `${majorOf(framework.version)}.` } },
    },
    include: WITH_ANSWERS,
    orderBy: { submittedAt: "desc" },
  });
  const previous = last ? toInterchange(toAssessmentWithAnswers(last)) : undefined;
  return { framework, assessment, previous, inputHash: inputHashOf(hash, assessment, previous) };
}
