import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { fullOf } from "@/lib/bounds/words";
import { type Faults, tell } from "@/lib/import/faults";
import type { InventoryRow } from "@/lib/inventory/inventory-table";
import type { ItemDetails } from "@/lib/inventory/item";
import { changedBy, itemKey, placeRows } from "@/lib/inventory/place-rows";
import { type Comparison, sortOut } from "@/lib/organization-file/report";
import type { FileItem } from "@/lib/organization-file/schema";
import { can } from "@/lib/permissions/can";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import type { Member } from "../auth/member";
import { addRows, type NewRows } from "../db/add-rows";
import { importOrPreview } from "../db/import-or-preview";
import type { Transaction } from "../db/transaction";
import { hashOf } from "./canonical-json";
import { ITEM, type StoredItem, toColumns, toItem } from "./inventory";
import { readFileInventory } from "./organization-rows";
import { roomFor } from "./room";
import { type Manner, spendUpload } from "./uploads";

/**
 * Adds the items of a file that are not here, inside a transaction of an import. `unitNames` by the ids of the units
 * they may belong to.
 * @throws AssessmentError for the first that does not fit; the transaction must not be committed then
 */
export async function addInventory(
  member: Member,
  inventory: readonly FileItem[],
  unitNames: ReadonlyMap<string, string>,
  tx: Transaction,
): Promise<Comparison> {
  const { organizationId } = member;
  const here = await readFileInventory(member, tx);
  const hashes = new Map(here.map((item) => [item.id, hashOf(item)]));
  const { report, fresh } = sortOut(
    inventory,
    { hashes, hashOf },
    ({ unitId, name }) => `${unitNames.get(unitId) ?? ""}: ${name}`,
  );
  const names = new Set(here.map((item) => itemKey(item.unitId, item)));
  for (const { index, ...item } of fresh) {
    if (!unitNames.has(item.unitId))
      throw new AssessmentError(`inventory[${index}].unitId`, "the id of a unit in the file or here");
    if (names.has(itemKey(item.unitId, item)))
      throw new AssessmentError(`inventory[${index}].name`, "a name that the unit has once of its kind");
    names.add(itemKey(item.unitId, item));
  }
  const rows = fresh.map(({ index, createdAt, updatedAt, ...item }) => ({
    ...item,
    organizationId,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  }));
  await addRows("InventoryItem", rows, tx);
  return report;
}

export type ImportInventoryOutcome =
  | ({ outcome: "imported" | "previewed" } & Record<Change, string[]>)
  | ({ outcome: "refused" } & Faults)
  | { outcome: "forbidden" };

/** Adds what is not here and changes what is, by unit, kind and name: every row, or none. */
export async function importInventory(
  member: Member,
  rows: readonly InventoryRow[],
  { mode, unitId, uploadId }: Manner,
  now: Date,
): Promise<ImportInventoryOutcome> {
  if (!can(member.role, "data:import")) return { outcome: "forbidden" };
  const { organizationId } = member;
  return importOrPreview(mode, organizationId, async (tx): Promise<ImportInventoryOutcome> => {
    const units = await tx.unit.findMany({
      where: { organizationId, archivedAt: null },
      select: { id: true, name: true },
    });
    const items = (await tx.inventoryItem.findMany({ where: { organizationId }, select: ITEM })).map(toItem);
    const { placed, ...found } = placeRows(rows, { units, items }, unitId);
    const added = placed.filter(({ here }) => !here);
    const tooMany = added[Math.max(0, await roomFor(member, "items", tx))];
    if (tooMany) tell(found, tooMany.row.place, fullOf("items"));
    if (found.faults.length > 0) return { outcome: "refused", ...found };
    const report: Record<Change, string[]> = { added: [], changed: [], unchanged: [] };
    const ids = new Map(items.map((item) => [itemKey(item.unitId, item), item.id]));
    // What is served has its id before what serves it.
    const ordered = placed.toSorted(
      (a, b) => Number(b.row.kind === "process") - Number(a.row.kind === "process"),
    );
    const times = { revision: 1, createdAt: now, updatedAt: now };
    const fresh: NewItem[] = [];
    for (const { unit, row, here } of ordered) {
      const id = here?.id ?? randomUUID();
      const serves = row.serves.flatMap((name) => ids.get(itemKey(unit.id, { kind: "process", name })) ?? []);
      ids.set(itemKey(unit.id, row), id);
      if (!here)
        fresh.push({ id, organizationId, unitId: unit.id, ...times, ...toColumns({ ...row, serves }) });
      const change = here ? await changeStored(member, here, changedBy(here, row, serves), now, tx) : "added";
      report[change].push(`${row.name}, ${unit.name}`);
    }
    await addRows("InventoryItem", fresh, tx);
    await spendUpload(member, uploadId, tx);
    return { outcome: mode === "import" ? "imported" : "previewed", ...report };
  });
}

type Change = "added" | "changed" | "unchanged";
type NewItem = NewRows["InventoryItem"];

async function changeStored(
  { organizationId }: Member,
  here: StoredItem,
  details: ItemDetails,
  now: Date,
  tx: Transaction,
): Promise<Change> {
  const columns = toColumns(details);
  if (isDeepStrictEqual(columns, toColumns(here))) return "unchanged";
  const changed = { ...columns, revision: here.revision + 1, updatedAt: now };
  await tx.inventoryItem.updateMany({ where: { id: here.id, organizationId }, data: changed });
  return "changed";
}
