import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Level } from "@/lib/framework/types";
import type { Role } from "@/lib/permissions/permissions";
import type { Suitability } from "@/lib/scoring/assessment";
import type { Member } from "@/lib/server/auth/member";
import { createAssessment, type NewAssessment } from "@/lib/server/data/assessments";
import { askedQuestionKeys } from "@/lib/server/data/frameworks";
import { toAnswerColumns } from "@/lib/server/data/interchange";
import { submitAssessment } from "@/lib/server/data/submission";
import { createUnit, type UnitDetails } from "@/lib/server/data/units";
import { db } from "@/lib/server/db/client";

export const NOW = new Date("2026-11-24T10:00:00.000Z");

/** A moment `seconds` after `NOW`. */
export const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

export async function newOrganization(slug = "acme"): Promise<Member> {
  const { id, name } = await db.organization.create({ data: { slug, name: slug, createdAt: NOW } });
  return {
    userId: `${slug}-owner`,
    organizationId: id,
    organizationSlug: slug,
    organizationName: name,
    role: "owner",
  };
}

export const as = (role: Role, member: Member): Member => ({ ...member, role });

const DETAILS: UnitDetails = {
  name: "Retail",
  region: null,
  industry: null,
  regulated: false,
  unitsInScope: 5,
  processesInScope: 20,
};

export async function newUnit(member: Member, input: Partial<UnitDetails> & { parentId?: string } = {}) {
  const created = await createUnit(member, { ...DETAILS, parentId: null, ...input }, NOW);
  if (created.outcome !== "created") throw new Error(created.outcome);
  return created.id;
}

export async function newAssessment(member: Member, input: Partial<NewAssessment> = {}, now = NOW) {
  const { name, region, industry, ...context } = DETAILS;
  const unitId = input.unitId ?? (await newUnit(member));
  const created = await createAssessment(
    member,
    { ...context, unitId, depth: "full", targetPhase: "expansion", ...input },
    now,
  );
  if (created.outcome !== "created") throw new Error(created.outcome);
  return created.id;
}

export const SUITABLE: Suitability = {
  conditions: {
    provenPilots: "yes",
    demonstratedValue: "yes",
    organizationalReadiness: "yes",
    resources: "partly",
    stakeholderSupport: "yes",
  },
  warnings: {
    unprovenConcepts: false,
    noFoundation: false,
    insufficientResources: false,
    limitedSupport: false,
    unstablePilots: false,
  },
};

export const QUICK_QUESTIONS = [...askedQuestionKeys(aiScaling, "quick")];

/** As if its ten questions had been answered. */
export async function setSuitability(id: string, suitability: Suitability = SUITABLE) {
  await db.assessment.update({ where: { id }, data: { suitability } });
}

/** A quick assessment with every answer at one level, submitted. */
export async function newSubmission(
  member: Member,
  { unitId, level = 3 }: { unitId: string; level?: Level },
  now = NOW,
) {
  const { organizationId } = member;
  const assessmentId = await newAssessment(member, { unitId, depth: "quick" }, now);
  const columns = {
    ...toAnswerColumns({ level }),
    organizationId,
    assessmentId,
    revision: 1,
    updatedAt: now,
  };
  // Straight into the table: twenty calls of putAnswer would make every test wait.
  await db.answer.createMany({
    data: QUICK_QUESTIONS.map((question) => ({ ...columns, question, mutationId: `first-${question}` })),
  });
  await setSuitability(assessmentId);
  const outcome = await submitAssessment(member, assessmentId, now);
  if (outcome !== "submitted") throw new Error(outcome);
  return assessmentId;
}
