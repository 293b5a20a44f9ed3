import "server-only";
import { scopeValues } from "@/lib/assessments/assessment-form";
import { type Fields, isOvertaken, type Overtaken } from "@/lib/forms/overtaken";
import type { Depth, Phase } from "@/lib/framework/types";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import type { Transaction } from "../db/transaction";
import { insertOpenAssessment } from "./assessment-rows";
import { askedQuestionKeys, currentFramework, readFramework } from "./frameworks";
import {
  type AssessmentStatus,
  type AssessmentWithAnswers,
  type StoredAssessment,
  toAssessmentWithAnswers,
  toStoredAssessment,
  WITH_ANSWERS,
  WITH_VERSION,
} from "./interchange";
import { roomFor } from "./room";

/** `answered` counts answers with a level or not applicable, as completeness does. */
export type AssessmentListItem = StoredAssessment & { answered: number };

/** Named one by one: an index finds them, as it cannot find what is not submitted. */
export const OPEN_STATUSES: readonly AssessmentStatus[] = ["draft", "onHold"];

const LAST_CHANGED_FIRST = [{ updatedAt: "desc" }, { id: "desc" }] as const;

/** The last changed first. */
export async function listAssessments(
  member: Member,
  { unitId, status }: { unitId?: string; status?: readonly AssessmentStatus[] } = {},
): Promise<AssessmentListItem[]> {
  const { organizationId } = member;
  const [rows, answered, units] = await Promise.all([
    db.assessment.findMany({
      where: { organizationId, unitId, status: status && { in: [...status] } },
      include: WITH_VERSION,
      orderBy: [...LAST_CHANGED_FIRST],
    }),
    countAnswers(member, { unitId, status }),
    // Not included above: Prisma would ask with two parameters a row, more than SQLite takes for a long list.
    db.unit.findMany({ where: { organizationId }, select: { id: true, name: true } }),
  ]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...toStoredAssessment(row, names.get(row.unitId) ?? ""),
    answered: answered.get(row.id) ?? 0,
  }));
}

export function countAssessments({ organizationId }: Member): Promise<number> {
  return db.assessment.count({ where: { organizationId } });
}

/** By assessment. SQL by hand: Prisma would count the answers of everybody, then pick the few that are asked for. */
async function countAnswers(
  { organizationId }: Member,
  { unitId, status }: { unitId?: string; status?: readonly AssessmentStatus[] },
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; answered: bigint }[]>`
    SELECT a."id", (
      SELECT COUNT(*) FROM "Answer" n
      WHERE n."organizationId" = ${organizationId} AND n."assessmentId" = a."id"
        AND (n."level" IS NOT NULL OR n."notApplicable" IS NOT NULL)
    ) AS "answered"
    FROM "Assessment" a
    WHERE a."organizationId" = ${organizationId}
      ${unitId === undefined ? Prisma.empty : Prisma.sql`AND a."unitId" = ${unitId}`}
      ${status === undefined ? Prisma.empty : Prisma.sql`AND a."status" IN (${Prisma.join([...status])})`}`;
  return new Map(rows.map(({ id, answered }) => [id, Number(answered)]));
}

export type SubmittedAssessments = { total: number; assessments: readonly StoredAssessment[] };

/** One part of what was submitted, the last submitted first. */
export async function listSubmittedAssessments(
  { organizationId }: Member,
  { skip, take }: { skip: number; take: number },
): Promise<SubmittedAssessments> {
  const where = { organizationId, status: "submitted" };
  const [total, rows] = await Promise.all([
    db.assessment.count({ where }),
    db.assessment.findMany({
      where,
      include: { ...WITH_VERSION, unit: { select: { name: true } } },
      // Nothing changes after submission: the last changed is the last submitted, and there is an index for it.
      orderBy: [...LAST_CHANGED_FIRST],
      skip,
      take,
    }),
  ]);
  return { total, assessments: rows.map((row) => toStoredAssessment(row, row.unit.name)) };
}

/** Of these ids, those of assessments that are here. */
export async function presentAssessments(
  { organizationId }: Member,
  ids: readonly string[],
): Promise<string[]> {
  const where = { organizationId, id: { in: [...ids] } };
  return (await db.assessment.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** With its answers. Pass `tx` to read inside a transaction. */
export async function findAssessment(
  member: Member,
  id: string,
  tx: Transaction = db,
): Promise<AssessmentWithAnswers | null> {
  const row = await tx.assessment.findFirst({
    where: { id, organizationId: member.organizationId },
    include: WITH_ANSWERS,
  });
  return row && toAssessmentWithAnswers(row);
}

export type AssessmentContext = {
  targetPhase: Phase;
  regulated: boolean;
  unitsInScope: number;
  processesInScope: number;
};

export type NewAssessment = AssessmentContext & {
  unitId: string;
  depth: Depth;
  /** A submitted assessment of the same unit whose answers are carried over. */
  previousId?: string;
};

export type CreateAssessmentResult =
  | { outcome: "created"; id: string }
  | { outcome: "forbidden" | "unit-not-found" | "previous-not-found" | "full" };

/** An archived unit is as if it were not there. */
export async function createAssessment(
  member: Member,
  input: NewAssessment,
  now: Date,
): Promise<CreateAssessmentResult> {
  if (!can(member.role, "assessment:edit")) return { outcome: "forbidden" };
  const { organizationId } = member;
  const { unitId, previousId, depth, targetPhase, regulated, unitsInScope, processesInScope } = input;
  const { id: frameworkVersionId, framework } = await currentFramework();
  return db.$transaction(async (tx) => {
    const unit = await tx.unit.count({ where: { id: unitId, organizationId, archivedAt: null } });
    if (unit === 0) return { outcome: "unit-not-found" };
    const previous = previousId === undefined ? null : await findAssessment(member, previousId, tx);
    if (previousId !== undefined && (previous?.unitId !== unitId || previous.status !== "submitted")) {
      return { outcome: "previous-not-found" };
    }
    if ((await roomFor(member, "assessments", tx)) < 1) return { outcome: "full" };
    const asked = askedQuestionKeys(framework, depth);
    const carried = previous?.answers.filter(({ question }) => asked.has(question)) ?? [];
    const id = await insertOpenAssessment(
      member,
      {
        unitId,
        frameworkVersionId,
        depth,
        targetPhase,
        regulated,
        unitsInScope,
        processesInScope,
        previousId,
        suitability: { conditions: {}, warnings: {} },
        acceptedActions: [],
        status: "draft",
        createdAt: now,
        updatedAt: now,
      },
      {
        given: carried.map(({ question, answer }) => ({ question, answer, carriedOver: true })),
        mutationId: `carried-over-from-${previousId}`,
      },
      tx,
    );
    return { outcome: "created", id };
  });
}

export type ChangeOutcome = "saved" | "forbidden" | "not-found" | "locked";

/** `opened`: what the form held when it was opened. */
export async function updateContext(
  member: Member,
  id: string,
  { context, opened }: { context: AssessmentContext; opened: Fields },
  now: Date,
): Promise<ChangeOutcome | Overtaken<AssessmentContext>> {
  if (!can(member.role, "assessment:edit")) return "forbidden";
  const { targetPhase, regulated, unitsInScope, processesInScope } = context;
  const data = { targetPhase, regulated, unitsInScope, processesInScope };
  return db.$transaction(async (tx) => {
    const stored = await tx.assessment.findFirst({
      where: { id, organizationId: member.organizationId, status: { not: "submitted" } },
      select: CONTEXT,
    });
    if (stored && isOvertaken(scopeValues(stored), { opened, wanted: scopeValues(data) })) {
      return { overtaken: stored as AssessmentContext };
    }
    return change(member, id, data, now, tx);
  });
}

const CONTEXT = { targetPhase: true, regulated: true, unitsInScope: true, processesInScope: true } as const;

/** Keys of the actions that are planned; they lower the residual risk. Replaces the earlier ones. */
export async function updateAcceptedActions(
  member: Member,
  id: string,
  acceptedActions: readonly string[],
  now: Date,
): Promise<ChangeOutcome | "unknown-action"> {
  const assessment = await findAssessment(member, id);
  if (assessment) {
    const { framework } = await readFramework(assessment.frameworkVersionId);
    const capabilities = framework.areas.flatMap((area) => area.capabilities);
    const known = new Set(capabilities.flatMap(({ actions }) => actions.map(({ key }) => key)));
    if (!acceptedActions.every((key) => known.has(key))) return "unknown-action";
  }
  return change(member, id, { acceptedActions: [...acceptedActions] }, now);
}

/** Sets the assessment aside. Answers are still taken: nothing typed is lost. */
export function holdAssessment(member: Member, id: string, now: Date): Promise<ChangeOutcome> {
  return change(member, id, { status: "onHold" }, now);
}

export function resumeAssessment(member: Member, id: string, now: Date): Promise<ChangeOutcome> {
  return change(member, id, { status: "draft" }, now);
}

/** The guard of every change: permission, tenant and state are in the statement itself. */
async function change(
  member: Member,
  id: string,
  data: Prisma.AssessmentUpdateManyMutationInput,
  now: Date,
  tx: Transaction = db,
): Promise<ChangeOutcome> {
  if (!can(member.role, "assessment:edit")) return "forbidden";
  const where = { id, organizationId: member.organizationId };
  const { count } = await tx.assessment.updateMany({
    where: { ...where, status: { not: "submitted" } },
    data: { ...data, updatedAt: now },
  });
  if (count === 1) return "saved";
  return (await tx.assessment.count({ where })) === 1 ? "locked" : "not-found";
}
