import "server-only";
import { can } from "@/lib/permissions/permissions";
import type { Plan, PlanRequest } from "@/lib/planning/plan";
import { briefOf, type PlanBrief } from "@/lib/planning/reading/plan-brief";
import type { Assessment } from "@/lib/scoring/assessment";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { inPieces } from "../db/pieces";
import type { Transaction } from "../db/transaction";
import { toAssessmentWithAnswers, toInterchange, WITH_ANSWERS } from "./interchange";
import { roomFor } from "./room";

export type PlanStatus = "draft" | "signedOff";

/** What a plan was made from; `name` is the one that the plan gives the unit. */
export type PlanSource = { unitId: string; assessmentId: string; name: string };

type PlanHead = {
  id: string;
  name: string;
  status: PlanStatus;
  signedOffBy: string | null;
  signedOffAt: Date | null;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
};

export type ListedPlan = PlanHead & { brief: PlanBrief };

export type StoredPlan = PlanHead & {
  frameworkVersionId: string;
  request: PlanRequest;
  plan: Plan;
  /** In the order of the request. */
  sources: readonly PlanSource[];
};

const HEAD = {
  id: true,
  name: true,
  status: true,
  signedOffBy: true,
  signedOffAt: true,
  revision: true,
  createdAt: true,
  updatedAt: true,
} as const;

const LISTED = { ...HEAD, brief: true } as const satisfies Prisma.PlanSelect;
const SOURCES = { select: { unitId: true, assessmentId: true, name: true } } as const;

/** The last changed first; of one unit or one framework version when asked. */
export async function listPlans(
  { organizationId }: Member,
  { unitId, frameworkVersionId }: { unitId?: string; frameworkVersionId?: string } = {},
): Promise<ListedPlan[]> {
  const rows = await db.plan.findMany({
    where: {
      organizationId,
      frameworkVersionId,
      ...(unitId !== undefined && { units: { some: { organizationId, unitId } } }),
    },
    select: LISTED,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({
    ...row,
    status: row.status as PlanStatus,
    brief: row.brief as unknown as PlanBrief,
  }));
}

export async function findPlan({ organizationId }: Member, id: string): Promise<StoredPlan | null> {
  const row = await db.plan.findFirst({ where: { id, organizationId }, include: { units: SOURCES } });
  if (!row) return null;
  const { content, request: asked, units, brief, organizationId: _, ...head } = row;
  const request = asked as unknown as PlanRequest;
  const places = new Map(request.assessments.map(({ unit }, place) => [unit.name, place]));
  const placeOf = ({ name }: PlanSource) => places.get(name) ?? 0;
  return {
    ...head,
    status: row.status as PlanStatus,
    request,
    plan: content as unknown as Plan,
    sources: units.sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

export type SubmittedAssessment = {
  unitId: string;
  assessmentId: string;
  frameworkVersionId: string;
  assessment: Assessment;
};

/** Submitted assessments as they are scored. */
export async function listSubmitted(
  { organizationId }: Member,
  ids: readonly string[],
): Promise<SubmittedAssessment[]> {
  const submitted: SubmittedAssessment[] = [];
  for (const piece of inPieces(ids)) {
    const rows = await db.assessment.findMany({
      where: { organizationId, id: { in: piece }, status: "submitted" },
      include: WITH_ANSWERS,
    });
    for (const row of rows) {
      submitted.push({
        unitId: row.unitId,
        assessmentId: row.id,
        frameworkVersionId: row.frameworkVersionId,
        assessment: toInterchange(toAssessmentWithAnswers(row)),
      });
    }
  }
  return submitted;
}

type NewPlan = {
  name: string;
  frameworkVersionId: string;
  request: PlanRequest;
  plan: Plan;
  sources: readonly PlanSource[];
};

export type CreatePlanResult =
  | { outcome: "created"; id: string }
  | { outcome: "forbidden" | "not-found" | "full" };

/** Its sources must be there, of this organization and submitted. */
export async function createPlan(member: Member, plan: NewPlan, now: Date): Promise<CreatePlanResult> {
  if (!can(member.role, "plan:edit")) return { outcome: "forbidden" };
  return db.$transaction(async (tx): Promise<CreatePlanResult> => {
    if (!(await areHere(member, plan.sources, tx))) return { outcome: "not-found" };
    if ((await roomFor(member, "plans", tx)) < 1) return { outcome: "full" };
    const { sources, name, frameworkVersionId } = plan;
    const { id } = await tx.plan.create({
      data: {
        ...contentOf(plan),
        name,
        frameworkVersionId,
        organizationId: member.organizationId,
        status: "draft",
        revision: 1,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    });
    await addSources(member, id, sources, tx);
    return { outcome: "created", id };
  });
}

function contentOf({ request, plan }: Pick<NewPlan, "request" | "plan">) {
  return {
    brief: briefOf(request, plan) as unknown as Prisma.InputJsonObject,
    request: request as unknown as Prisma.InputJsonObject,
    content: plan as unknown as Prisma.InputJsonObject,
  };
}

async function areHere(
  { organizationId }: Member,
  sources: readonly PlanSource[],
  tx: Transaction,
): Promise<boolean> {
  const found = await tx.assessment.findMany({
    where: {
      organizationId,
      id: { in: sources.map(({ assessmentId }) => assessmentId) },
      status: "submitted",
    },
    select: { id: true, unitId: true },
  });
  const units = new Map(found.map(({ id, unitId }) => [id, unitId]));
  return sources.every(({ assessmentId, unitId }) => units.get(assessmentId) === unitId);
}

async function addSources(
  { organizationId }: Member,
  planId: string,
  sources: readonly PlanSource[],
  tx: Transaction,
) {
  await tx.planUnit.createMany({
    data: sources.map(({ unitId, assessmentId, name }) => ({
      organizationId,
      planId,
      unitId,
      assessmentId,
      name,
    })),
  });
}

export type PlanRevision = Pick<NewPlan, "request" | "plan" | "sources"> & {
  /** The revision that the change was looked at on. */
  expectedRevision: number;
};

export type ChangePlanOutcome = "saved" | "stale" | "signed-off" | "forbidden" | "not-found";

/** Puts what a change made of the plan in its place, unless the plan has changed meanwhile. */
export async function changePlan(
  member: Member,
  id: string,
  { expectedRevision, sources, ...change }: PlanRevision,
  now: Date,
): Promise<ChangePlanOutcome> {
  if (!can(member.role, "plan:edit")) return "forbidden";
  return db.$transaction(async (tx): Promise<ChangePlanOutcome> => {
    const refusal = await refusalOf(member, id, expectedRevision, tx);
    if (refusal) return refusal;
    if (!(await keepsOrHas(member, id, sources, tx))) return "not-found";
    const { organizationId } = member;
    const data = { ...contentOf(change), revision: expectedRevision + 1, updatedAt: now };
    await tx.plan.updateMany({ where: { id, organizationId }, data });
    await tx.planUnit.deleteMany({ where: { planId: id, organizationId } });
    await addSources(member, id, sources, tx);
    return "saved";
  });
}

/** What a plan was made from may be gone by now; what is new to it must be there. */
async function keepsOrHas(
  member: Member,
  planId: string,
  sources: readonly PlanSource[],
  tx: Transaction,
): Promise<boolean> {
  const { organizationId } = member;
  const before = await tx.planUnit.findMany({ where: { planId, organizationId }, ...SOURCES });
  const known = new Set(before.map(({ assessmentId }) => assessmentId));
  return areHere(
    member,
    sources.filter(({ assessmentId }) => !known.has(assessmentId)),
    tx,
  );
}

async function refusalOf(
  { organizationId }: Member,
  id: string,
  expectedRevision: number,
  tx: Transaction,
): Promise<"not-found" | "signed-off" | "stale" | null> {
  const found = await tx.plan.findFirst({
    where: { id, organizationId },
    select: { status: true, revision: true },
  });
  if (!found) return "not-found";
  if (found.status === "signedOff") return "signed-off";
  return found.revision === expectedRevision ? null : "stale";
}

export type RenamePlanOutcome = "saved" | "signed-off" | "forbidden" | "not-found";

export async function renamePlan(
  member: Member,
  id: string,
  name: string,
  now: Date,
): Promise<RenamePlanOutcome> {
  if (!can(member.role, "plan:edit")) return "forbidden";
  const where = { id, organizationId: member.organizationId };
  const { count } = await db.plan.updateMany({
    where: { ...where, status: "draft" },
    data: { name, updatedAt: now },
  });
  if (count === 1) return "saved";
  return (await db.plan.count({ where })) === 0 ? "not-found" : "signed-off";
}

/** Signs what was looked at: a plan that has changed meanwhile is stale. */
export async function signOffPlan(
  member: Member,
  id: string,
  { expectedRevision, by }: { expectedRevision: number; by: string },
  now: Date,
): Promise<ChangePlanOutcome> {
  if (!can(member.role, "plan:sign-off")) return "forbidden";
  return db.$transaction(async (tx): Promise<ChangePlanOutcome> => {
    const refusal = await refusalOf(member, id, expectedRevision, tx);
    if (refusal) return refusal;
    await tx.plan.updateMany({
      where: { id, organizationId: member.organizationId },
      data: { status: "signedOff", signedOffBy: by, signedOffAt: now, updatedAt: now },
    });
    return "saved";
  });
}

export type CopyPlanResult = CreatePlanResult;

/** A draft with the same content, to go on with what is signed off. */
export async function copyPlan(member: Member, id: string, name: string, now: Date): Promise<CopyPlanResult> {
  if (!can(member.role, "plan:edit")) return { outcome: "forbidden" };
  const { organizationId } = member;
  return db.$transaction(async (tx): Promise<CopyPlanResult> => {
    const found = await tx.plan.findFirst({
      where: { id, organizationId },
      include: { units: SOURCES },
      omit: { id: true },
    });
    if (!found) return { outcome: "not-found" };
    if ((await roomFor(member, "plans", tx)) < 1) return { outcome: "full" };
    const { units, ...columns } = found;
    const copy = await tx.plan.create({
      data: {
        ...(columns as typeof columns & Record<"brief" | "request" | "content", Prisma.InputJsonObject>),
        name,
        status: "draft",
        signedOffBy: null,
        signedOffAt: null,
        revision: 1,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    });
    await addSources(member, copy.id, units, tx);
    return { outcome: "created", id: copy.id };
  });
}
