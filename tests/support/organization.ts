import type { Role } from "@/lib/permissions/can";
import type { Member } from "@/lib/server/auth/member";
import { createAssessment, type NewAssessment } from "@/lib/server/data/assessments";
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
