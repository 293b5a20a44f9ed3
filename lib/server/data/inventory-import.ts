import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { fullOf } from "@/lib/bounds/words";
import { type Faults, tell } from "@/lib/csv/faults";
import type { InventoryRow } from "@/lib/inventory/inventory-table";
import type { ItemDetails } from "@/lib/inventory/item";
import { changedBy, itemKey, placeRows } from "@/lib/inventory/place-rows";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../auth/member";
import { addRows, type NewRows } from "../db/add-rows";
import { importOrPreview } from "../db/import-or-preview";
import type { Transaction } from "../db/transaction";
import { ITEM, type StoredItem, toColumns, toItem } from "./inventory";
import { roomFor } from "./room";
import { type Manner, spendUpload } from "./uploads";

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
    const tooMany = added[Math.max(0, await roomFor(member, "inventory", tx))];
    if (tooMany) tell(found, tooMany.row.place, fullOf("inventory"));
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
