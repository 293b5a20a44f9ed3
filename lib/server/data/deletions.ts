import "server-only";
import { DELETION_PERMISSIONS, type DeletionKind } from "@/lib/deletion/kinds";
import { deletedBefore } from "@/lib/deletion/retention";
import { FullError } from "@/lib/organization-file/full-error";
import { assessmentName } from "@/lib/organization-file/report";
import {
  type FileAssessment,
  type FileItem,
  type FilePlan,
  type FileRegister,
  type FileUnit,
  FORMAT,
  VERSION,
} from "@/lib/organization-file/schema";
import { can } from "@/lib/permissions/can";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { tooDeepOf } from "@/lib/units/depth";
import { subtreeIds } from "@/lib/units/tree";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { inPieces } from "../db/pieces";
import { PATIENT, type Transaction } from "../db/transaction";
import { readFramework } from "./frameworks";
import { addFile } from "./organization-import";
import {
  readFileAssessments,
  readFileInventory,
  readFilePlans,
  readFileRegisters,
  readFileUnits,
} from "./organization-rows";

export type Deletion = { id: string; kind: DeletionKind; name: string; deletedAt: Date };

type Content = {
  units: FileUnit[];
  assessments: FileAssessment[];
  plans: FilePlan[];
  registers: FileRegister[];
  inventory: FileItem[];
  frameworkVersionIds: string[];
};

const NOTHING: Content = {
  units: [],
  assessments: [],
  plans: [],
  registers: [],
  inventory: [],
  frameworkVersionIds: [],
};

/** What can still be restored, the last deleted first. */
export async function listDeletions({ organizationId }: Member, now: Date): Promise<Deletion[]> {
  const rows = await db.deletion.findMany({
    where: { organizationId, deletedAt: { gte: deletedBefore(now) } },
    select: { id: true, kind: true, name: true, deletedAt: true },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as DeletionKind }));
}

/** `risks`: those that something was decided about; `items`: of the inventory. */
export type UnitContents = {
  units: number;
  drafts: number;
  submitted: number;
  risks: number;
  items: number;
};

/** What goes when a unit is deleted: itself and all below it, with their assessments. Null when it is not there. */
export async function countUnitContents(member: Member, id: string): Promise<UnitContents | null> {
  const { organizationId } = member;
  const ids = await unitIds(member, id, db);
  if (!ids) return null;
  const contents = { units: ids.length, drafts: 0, submitted: 0, risks: 0, items: 0 };
  for (const piece of inPieces(ids)) {
    const where = { organizationId, unitId: { in: piece } };
    const submitted = await db.assessment.count({ where: { ...where, status: "submitted" } });
    contents.submitted += submitted;
    contents.drafts += (await db.assessment.count({ where })) - submitted;
    contents.risks += await db.riskEntry.count({ where: { ...where, revision: 1 } });
    contents.items += await db.inventoryItem.count({ where });
  }
  return contents;
}

/** Archived units below go along. */
async function unitIds({ organizationId }: Member, id: string, tx: Transaction): Promise<string[] | null> {
  const units = await tx.unit.findMany({
    where: { organizationId },
    select: { id: true, parentId: true, name: true },
  });
  return units.some((unit) => unit.id === id) ? [...subtreeIds(units, id)] : null;
}

export type DeleteUnitOutcome = "deleted" | "forbidden" | "not-found";

export async function deleteUnit(member: Member, id: string, now: Date): Promise<DeleteUnitOutcome> {
  if (!can(member.role, "unit:edit")) return "forbidden";
  const { organizationId } = member;
  return db.$transaction(async (tx) => {
    const ids = await unitIds(member, id, tx);
    if (!ids) return "not-found";
    const gone = new Set(ids);
    const units = (await readFileUnits(member, tx)).filter((unit) => gone.has(unit.id));
    const taken: Pick<Content, "registers" | "inventory" | "assessments" | "frameworkVersionIds">[] = [];
    for (const piece of inPieces(ids)) {
      const ofUnits = { unitId: { in: piece } };
      const registers = await readFileRegisters(member, tx, ofUnits);
      await tx.riskEntry.deleteMany({ where: { ...ofUnits, organizationId } });
      const inventory = await readFileInventory(member, tx, ofUnits);
      await tx.inventoryItem.deleteMany({ where: { ...ofUnits, organizationId } });
      taken.push({ registers, inventory, ...(await takeOut(member, ofUnits, tx)) });
      // A row that another one points to cannot go before it: the pointers go first.
      await tx.unit.updateMany({ where: { organizationId, id: { in: piece } }, data: { parentId: null } });
    }
    await tx.unit.deleteMany({ where: { organizationId, id: { in: ids } } });
    const content = {
      ...NOTHING,
      units,
      registers: taken.flatMap(({ registers }) => registers),
      inventory: taken.flatMap(({ inventory }) => inventory),
      assessments: taken.flatMap(({ assessments }) => assessments),
      frameworkVersionIds: [...new Set(taken.flatMap(({ frameworkVersionIds }) => frameworkVersionIds))],
    };
    await keep(
      member,
      { kind: "unit", name: units.find((unit) => unit.id === id)?.name ?? "", content },
      now,
      tx,
    );
    return "deleted";
  }, PATIENT);
}

export type DeleteDraftOutcome = "deleted" | "forbidden" | "not-found" | "submitted";

/** Of an assessment that is not submitted, on hold or not. */
export async function deleteDraft(member: Member, id: string, now: Date): Promise<DeleteDraftOutcome> {
  if (!can(member.role, "assessment:edit")) return "forbidden";
  return db.$transaction(async (tx) => {
    const draft = await tx.assessment.findFirst({
      where: { id, organizationId: member.organizationId },
      select: { status: true, unit: { select: { name: true } } },
    });
    if (!draft) return "not-found";
    if (draft.status === "submitted") return "submitted";
    const taken = await takeOut(member, { id }, tx);
    const [assessment] = taken.assessments;
    const name = assessment ? assessmentName(draft.unit.name, assessment) : draft.unit.name;
    await keep(member, { kind: "draft", name, content: { ...NOTHING, ...taken } }, now, tx);
    return "deleted";
  });
}

export type DeletePlanOutcome = "deleted" | "forbidden" | "not-found";

export async function deletePlan(member: Member, id: string, now: Date): Promise<DeletePlanOutcome> {
  if (!can(member.role, "plan:edit")) return "forbidden";
  return db.$transaction(async (tx) => {
    for await (const { frameworkVersionId, ...plan } of readFilePlans(member, tx, { id })) {
      await tx.plan.deleteMany({ where: { id, organizationId: member.organizationId } });
      const content = { ...NOTHING, plans: [plan], frameworkVersionIds: [frameworkVersionId] };
      await keep(member, { kind: "plan", name: plan.name, content }, now, tx);
      return "deleted";
    }
    return "not-found";
  });
}

export type DeleteItemOutcome = "deleted" | "forbidden" | "not-found";

/** Of the inventory. */
export async function deleteItem(member: Member, id: string, now: Date): Promise<DeleteItemOutcome> {
  if (!can(member.role, "inventory:edit")) return "forbidden";
  return db.$transaction(async (tx) => {
    const [item] = await readFileInventory(member, tx, { id });
    if (!item) return "not-found";
    await tx.inventoryItem.deleteMany({ where: { id, organizationId: member.organizationId } });
    const content = { ...NOTHING, inventory: [item] };
    await keep(member, { kind: "item", name: item.name, content }, now, tx);
    return "deleted";
  });
}

async function takeOut(
  member: Member,
  filter: Prisma.AssessmentWhereInput,
  tx: Transaction,
): Promise<Pick<Content, "assessments" | "frameworkVersionIds">> {
  const assessments: FileAssessment[] = [];
  const versions = new Set<string>();
  for await (const { frameworkVersionId, ...assessment } of readFileAssessments(member, tx, filter)) {
    assessments.push(assessment);
    versions.add(frameworkVersionId);
  }
  const assessment = { ...filter, organizationId: member.organizationId };
  await tx.assessment.updateMany({ where: assessment, data: { previousId: null } });
  await tx.result.deleteMany({ where: { assessment } });
  await tx.answer.deleteMany({ where: { assessment } });
  await tx.assessment.deleteMany({ where: assessment });
  return { assessments, frameworkVersionIds: [...versions] };
}

async function keep(
  { organizationId }: Member,
  { kind, name, content }: { kind: DeletionKind; name: string; content: Content },
  now: Date,
  tx: Transaction,
) {
  const data = { organizationId, kind, name, content: content as unknown as Prisma.InputJsonObject };
  await tx.deletion.create({ data: { ...data, deletedAt: now }, select: { id: true } });
}

export type RestoreDeletionOutcome =
  | "restored"
  | "forbidden"
  | "not-found"
  | "unit-not-found"
  | "too-deep"
  | "full"
  | "conflict";

/** Puts everything back as it was; a unit whose parent is gone goes to the top. */
export async function restoreDeletion(
  member: Member,
  id: string,
  now: Date,
): Promise<RestoreDeletionOutcome> {
  try {
    return await db.$transaction(async (tx): Promise<RestoreDeletionOutcome> => {
      const found = await findDeletion(member, id, tx);
      if (typeof found === "string") return found;
      if (found.deletedAt < deletedBefore(now)) return "not-found";
      // What was deleted before there were plans, registers and inventories holds none.
      const content = { ...NOTHING, ...(found.content as unknown as Partial<Content>) };
      const { units, assessments, plans, registers, inventory, frameworkVersionIds } = content;
      const here = await tx.unit.findMany({
        where: { organizationId: member.organizationId },
        select: { id: true, parentId: true },
      });
      const ids = new Set([...here, ...units].map((unit) => unit.id));
      if ([...assessments, ...inventory].some(({ unitId }) => !ids.has(unitId))) return "unit-not-found";
      const versions = await Promise.all(frameworkVersionIds.map((version) => readFramework(version, tx)));
      const organization = await tx.organization.findUniqueOrThrow({
        where: { id: member.organizationId },
        select: { name: true },
      });
      const rooted = units.map((unit) => (ids.has(unit.parentId ?? "") ? unit : { ...unit, parentId: null }));
      if (tooDeepOf(rooted, here)) return "too-deep";
      const file = {
        format: FORMAT,
        version: VERSION,
        organization,
        frameworks: versions,
        assessments,
        plans,
        registers,
        inventory,
      } as const;
      await addFile(member, { ...file, units: rooted }, tx);
      await tx.deletion.deleteMany({ where: { id, organizationId: member.organizationId } });
      return "restored";
    }, PATIENT);
  } catch (error) {
    if (error instanceof FullError) return "full";
    if (error instanceof AssessmentError) return "conflict";
    throw error;
  }
}

export type ForgetDeletionOutcome = "forgotten" | "forbidden" | "not-found";

/** Deletes for good. */
export async function forgetDeletion(member: Member, id: string): Promise<ForgetDeletionOutcome> {
  return db.$transaction(async (tx) => {
    const found = await findDeletion(member, id, tx);
    if (typeof found === "string") return found;
    await tx.deletion.deleteMany({ where: { id, organizationId: member.organizationId } });
    return "forgotten";
  });
}

/** Who may delete something may also bring it back. */
async function findDeletion({ organizationId, role }: Member, id: string, tx: Transaction) {
  // Who may delete nothing is not told what is there.
  if (!Object.values(DELETION_PERMISSIONS).some((permission) => can(role, permission))) return "forbidden";
  const row = await tx.deletion.findFirst({ where: { id, organizationId } });
  if (!row) return "not-found";
  return can(role, DELETION_PERMISSIONS[row.kind as DeletionKind]) ? row : "forbidden";
}

/** Deletes for good, in every organization, what can no longer be restored. */
export async function forgetOutdatedDeletions(now: Date): Promise<void> {
  await db.deletion.deleteMany({ where: { deletedAt: { lt: deletedBefore(now) } } });
}
