import { askedFramework } from "@/lib/framework/depth";
import type { Depth, Framework, Level } from "@/lib/framework/types";
import type { Member } from "@/lib/server/auth/member";
import { storeFramework } from "@/lib/server/data/frameworks";
import { toAnswerColumns } from "@/lib/server/data/interchange";
import { createPlan } from "@/lib/server/data/plans";
import { submitAssessment } from "@/lib/server/data/submission";
import { db } from "@/lib/server/db/client";
import { later, NOW, newAssessment, newUnit, setSuitability } from "./organization";
import { madePlan, planOptions } from "./plans";

/** A draft of a framework that the app does not bring: what an older app, or a later one, left in the database. */
export async function newAssessmentBy(
  member: Member,
  framework: Framework,
  { unitId, depth = "full" }: { unitId: string; depth?: Depth },
  now = NOW,
): Promise<string> {
  const { id: frameworkVersionId } = await storeFramework(framework);
  const id = await newAssessment(member, { unitId, depth }, now);
  await db.assessment.update({ where: { id }, data: { frameworkVersionId } });
  return id;
}

/** Submitted, with every answer at one level. */
export async function newSubmissionBy(
  member: Member,
  framework: Framework,
  { unitId, level = 2, depth = "full" }: { unitId: string; level?: Level; depth?: Depth },
  now = NOW,
): Promise<string> {
  const assessmentId = await newAssessmentBy(member, framework, { unitId, depth }, now);
  const { organizationId } = member;
  const questions = askedFramework(framework, depth).areas.flatMap(({ capabilities }) =>
    capabilities.flatMap((capability) => capability.questions),
  );
  const columns = { ...toAnswerColumns({ level }), organizationId, assessmentId, revision: 1 };
  await db.answer.createMany({
    data: questions.map(({ key }) => ({
      ...columns,
      question: key,
      mutationId: `first-${key}`,
      updatedAt: now,
    })),
  });
  await setSuitability(assessmentId);
  const outcome = await submitAssessment(member, assessmentId, now);
  if (outcome !== "submitted") throw new Error(outcome);
  return assessmentId;
}

/** A unit that was assessed by the framework, planned with its roles and begun anew. */
export async function newPlannedBy(member: Member, framework: Framework, name: string) {
  const unitId = await newUnit(member, { name });
  const assessmentId = await newSubmissionBy(member, framework, { unitId });
  const version = await storeFramework(framework);
  const plan = await madePlan(member, [unitId], `Plan of ${name}`, planOptions({}, framework), version);
  const created = await createPlan(member, plan, NOW);
  if (created.outcome !== "created") throw new Error(created.outcome);
  const draftId = await newAssessmentBy(member, framework, { unitId }, later(60));
  return { unitId, assessmentId, draftId, version, planId: created.id };
}
