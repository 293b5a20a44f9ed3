import "server-only";
import { type Fields, isOvertaken, type Overtaken } from "@/lib/forms/overtaken";
import { can } from "@/lib/permissions/permissions";
import { isTooDeepBelow, movesTooDeep } from "@/lib/units/depth";
import { inTreeOrder, type Place, subtreeIds } from "@/lib/units/tree";
import { unitValues } from "@/lib/units/unit-form";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import type { Unit as UnitRow } from "../db/generated/client";
import { readById } from "../db/read-by-id";
import { roomFor } from "./room";

export type Unit = Omit<UnitRow, "organizationId">;
export type UnitInTree = Unit & Place;

/** What a person says about a unit. `unitsInScope` and `processesInScope` are whole numbers ≥ 0. */
export type UnitDetails = {
  name: string;
  region: string | null;
  industry: string | null;
  regulated: boolean;
  unitsInScope: number;
  processesInScope: number;
};

// Named one by one: whatever else an object carries, such as another organization, is not written.
function pickDetails(details: UnitDetails): UnitDetails {
  const { name, region, industry, regulated, unitsInScope, processesInScope } = details;
  return { name, region, industry, regulated, unitsInScope, processesInScope };
}

const omit = { organizationId: true } as const;
const LINK = { id: true, parentId: true } as const;

/** The units in use, parents before their children, siblings by name. */
export async function listUnits(member: Member): Promise<UnitInTree[]> {
  const { organizationId } = member;
  const units = await readById(({ where, ...piece }) =>
    db.unit.findMany({ where: { organizationId, archivedAt: null, ...where }, ...piece, omit }),
  );
  return inTreeOrder(units);
}

/** Archived units, the last archived first. */
export function listArchivedUnits(member: Member): Promise<Unit[]> {
  return db.unit.findMany({
    where: { organizationId: member.organizationId, archivedAt: { not: null } },
    orderBy: [{ archivedAt: "desc" }, { name: "asc" }],
    omit,
  });
}

export function findUnit(member: Member, id: string): Promise<Unit | null> {
  return db.unit.findFirst({ where: { id, organizationId: member.organizationId }, omit });
}

export type CreateUnitResult =
  | { outcome: "created"; id: string }
  | { outcome: "forbidden" | "parent-not-found" | "too-deep" | "full" };

export async function createUnit(
  member: Member,
  input: UnitDetails & { parentId: string | null; sample?: boolean },
  now: Date,
): Promise<CreateUnitResult> {
  if (!can(member.role, "unit:edit")) return { outcome: "forbidden" };
  const { organizationId } = member;
  return db.$transaction(async (tx) => {
    const { parentId, sample } = input;
    if (parentId !== null) {
      const where = { id: parentId, organizationId, archivedAt: null };
      if ((await tx.unit.count({ where })) === 0) return { outcome: "parent-not-found" };
      const units = await tx.unit.findMany({ where: { organizationId }, select: LINK });
      if (isTooDeepBelow(units, parentId)) return { outcome: "too-deep" };
    }
    if ((await roomFor(member, "units", tx)) < 1) return { outcome: "full" };
    const { id } = await tx.unit.create({
      data: { ...pickDetails(input), parentId, sample, organizationId, createdAt: now, updatedAt: now },
    });
    return { outcome: "created", id };
  });
}

export type UpdateUnitOutcome = "saved" | "forbidden" | "not-found" | Overtaken<UnitDetails>;

/** `opened`: what the form of the unit held when it was opened. */
export async function updateUnit(
  member: Member,
  id: string,
  { details, opened }: { details: UnitDetails; opened: Fields },
  now: Date,
): Promise<UpdateUnitOutcome> {
  if (!can(member.role, "unit:edit")) return "forbidden";
  const where = { id, organizationId: member.organizationId };
  return db.$transaction(async (tx): Promise<UpdateUnitOutcome> => {
    const stored = await tx.unit.findFirst({ where, omit });
    if (!stored) return "not-found";
    const wanted = unitValues(details);
    if (isOvertaken(unitValues(stored), { opened, wanted })) return { overtaken: stored };
    await tx.unit.updateMany({ where, data: { ...pickDetails(details), updatedAt: now } });
    return "saved";
  });
}

export type MoveUnitOutcome = "moved" | "forbidden" | "not-found" | "parent-not-found" | "cycle" | "too-deep";

/** `parentId` null makes the unit a root. */
export async function moveUnit(
  member: Member,
  id: string,
  parentId: string | null,
  now: Date,
): Promise<MoveUnitOutcome> {
  if (!can(member.role, "unit:edit")) return "forbidden";
  const { organizationId } = member;
  return db.$transaction(async (tx) => {
    const units = await tx.unit.findMany({ where: { organizationId }, omit });
    if (!units.some((unit) => unit.id === id)) return "not-found";
    if (parentId !== null) {
      if (!units.some((unit) => unit.id === parentId && !unit.archivedAt)) return "parent-not-found";
      if (subtreeIds(units, id).has(parentId)) return "cycle";
    }
    if (movesTooDeep(units, id, parentId)) return "too-deep";
    await tx.unit.updateMany({ where: { id, organizationId }, data: { parentId, updatedAt: now } });
    return "moved";
  });
}

export type ArchiveUnitOutcome = "archived" | "forbidden" | "not-found";

/** Puts the unit and everything below it away; its assessments stay. */
export async function archiveUnit(member: Member, id: string, now: Date): Promise<ArchiveUnitOutcome> {
  if (!can(member.role, "unit:edit")) return "forbidden";
  const { organizationId } = member;
  return db.$transaction(async (tx) => {
    const units = await tx.unit.findMany({ where: { organizationId, archivedAt: null }, select: LINK });
    if (!units.some((unit) => unit.id === id)) return "not-found";
    await tx.unit.updateMany({
      where: { organizationId, id: { in: [...subtreeIds(units, id)] } },
      data: { archivedAt: now, updatedAt: now },
    });
    return "archived";
  });
}

export type RestoreUnitOutcome = "restored" | "forbidden" | "not-found" | "parent-archived";

/** Brings back the unit and what was archived together with it. */
export async function restoreUnit(member: Member, id: string, now: Date): Promise<RestoreUnitOutcome> {
  if (!can(member.role, "unit:edit")) return "forbidden";
  const { organizationId } = member;
  return db.$transaction(async (tx) => {
    const units = await tx.unit.findMany({ where: { organizationId, archivedAt: { not: null } }, omit });
    const unit = units.find((candidate) => candidate.id === id);
    if (!unit) return "not-found";
    if (units.some((candidate) => candidate.id === unit.parentId)) return "parent-archived";
    const together = units.filter(({ archivedAt }) => archivedAt?.getTime() === unit.archivedAt?.getTime());
    await tx.unit.updateMany({
      where: { organizationId, id: { in: [...subtreeIds(together, id)] } },
      data: { archivedAt: null, updatedAt: now },
    });
    return "restored";
  });
}
