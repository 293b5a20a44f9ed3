import "server-only";
import { type Fields, isOvertaken, type Overtaken } from "@/lib/forms/overtaken";
import type { InventoryItem, ItemDetails, Kind, RiskClass, Stage, Value } from "@/lib/inventory/item";
import { itemValues } from "@/lib/inventory/item-form";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import { readById } from "../db/read-by-id";
import type { Transaction } from "../db/transaction";
import { roomFor } from "./room";

export const ITEM = {
  id: true,
  unitId: true,
  kind: true,
  name: true,
  owner: true,
  stage: true,
  serves: true,
  value: true,
  riskClass: true,
  reviewedOn: true,
  note: true,
  revision: true,
} as const satisfies Prisma.InventoryItemSelect;

export type StoredItem = InventoryItem & { revision: number };

type Row = Prisma.InventoryItemGetPayload<{ select: typeof ITEM }>;

export const toItem = (row: Row): StoredItem => ({
  ...row,
  kind: row.kind as Kind,
  stage: row.stage as Stage | null,
  serves: row.serves as string[],
  value: row.value as Value | null,
  riskClass: row.riskClass as RiskClass | null,
});

/** Of units that are not archived, or of one unit. */
export async function listInventory(
  { organizationId }: Member,
  { unitId }: { unitId?: string } = {},
): Promise<StoredItem[]> {
  const unit = unitId === undefined ? { unit: { archivedAt: null } } : { unitId };
  const rows = await readById(({ where, ...piece }) =>
    db.inventoryItem.findMany({ where: { organizationId, ...unit, ...where }, ...piece, select: ITEM }),
  );
  return rows.map(toItem);
}

export async function findItem({ organizationId }: Member, id: string): Promise<StoredItem | null> {
  const row = await db.inventoryItem.findFirst({ where: { id, organizationId }, select: ITEM });
  return row && toItem(row);
}

type Refused = "forbidden" | "not-found" | "name-taken" | "unknown-process";

export type AddItemResult = { outcome: "added"; id: string } | { outcome: Refused | "full" };

export async function addItem(
  member: Member,
  unitId: string,
  details: ItemDetails,
  now: Date,
): Promise<AddItemResult> {
  if (!can(member.role, "inventory:edit")) return { outcome: "forbidden" };
  const { organizationId } = member;
  return db.$transaction(async (tx): Promise<AddItemResult> => {
    if ((await tx.unit.count({ where: { id: unitId, organizationId } })) === 0)
      return { outcome: "not-found" };
    const fault = await faultOf(member, { unitId, details }, tx);
    if (fault) return { outcome: fault };
    if ((await roomFor(member, "inventory", tx)) < 1) return { outcome: "full" };
    const times = { revision: 1, createdAt: now, updatedAt: now };
    const { id } = await tx.inventoryItem.create({
      data: { ...toColumns(details), ...times, organizationId, unitId },
      select: { id: true },
    });
    return { outcome: "added", id };
  });
}

/** The item as columns: nothing else that a caller holds gets in. */
export function toColumns({
  kind,
  name,
  owner,
  stage,
  serves,
  value,
  riskClass,
  reviewedOn,
  note,
}: ItemDetails) {
  return { kind, name, owner, stage, serves: serves.toSorted(), value, riskClass, reviewedOn, note };
}

export type ChangeItemOutcome = "changed" | Refused | Overtaken<ItemDetails>;

/** `opened`: what the form of the item held when it was opened. */
export async function changeItem(
  member: Member,
  id: string,
  { details, opened }: { details: ItemDetails; opened: Fields },
  now: Date,
): Promise<ChangeItemOutcome> {
  if (!can(member.role, "inventory:edit")) return "forbidden";
  const { organizationId } = member;
  return db.$transaction(async (tx): Promise<ChangeItemOutcome> => {
    const found = await tx.inventoryItem.findFirst({ where: { id, organizationId }, select: ITEM });
    if (!found) return "not-found";
    const stored = toItem(found);
    if (isOvertaken(itemValues(stored), { opened, wanted: itemValues(details) }))
      return { overtaken: stored };
    const fault = await faultOf(member, { id, unitId: found.unitId, details }, tx);
    if (fault) return fault;
    await tx.inventoryItem.updateMany({
      where: { id, organizationId },
      data: { ...toColumns(details), revision: found.revision + 1, updatedAt: now },
    });
    return "changed";
  });
}

/** A name stands once a unit and kind, and what is served is a process of the same unit. */
async function faultOf(
  { organizationId }: Member,
  { id, unitId, details }: { id?: string; unitId: string; details: ItemDetails },
  tx: Transaction,
): Promise<"name-taken" | "unknown-process" | null> {
  const { kind, name, serves } = details;
  const others = { organizationId, unitId, ...(id !== undefined && { NOT: { id } }) };
  if ((await tx.inventoryItem.count({ where: { ...others, kind, name } })) > 0) return "name-taken";
  const known = { organizationId, unitId, kind: "process", id: { in: [...serves] } };
  const count = await tx.inventoryItem.count({ where: known });
  return count === new Set(serves).size ? null : "unknown-process";
}
