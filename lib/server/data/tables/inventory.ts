import "server-only";
import { itemKey } from "@/lib/inventory/place-rows";
import { type FileItem, inventory as inFile } from "@/lib/organization-file/tables/inventory";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import type { Member } from "../../auth/member";
import { addRows } from "../../db/add-rows";
import type { Transaction } from "../../db/transaction";
import { compare } from "./compare";
import { type Chosen, type OwnedTable, type Surroundings, whereChosen } from "./owned-table";

/** In the order of their ids. */
async function* read({ organizationId }: Member, tx: Transaction, chosen?: Chosen) {
  const rows = await tx.inventoryItem.findMany({
    where: { organizationId, ...(chosen && whereChosen(chosen)) },
    omit: { organizationId: true },
    orderBy: { id: "asc" },
  });
  for (const row of rows) {
    const item: FileItem = {
      ...row,
      kind: row.kind as FileItem["kind"],
      stage: row.stage as FileItem["stage"],
      serves: row.serves as string[],
      value: row.value as FileItem["value"],
      riskClass: row.riskClass as FileItem["riskClass"],
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
    yield { row: item, frameworkVersionId: null };
  }
}

async function add(
  member: Member,
  inventory: readonly FileItem[],
  { unitNames }: Surroundings,
  tx: Transaction,
) {
  const { organizationId } = member;
  const names = new Set<string>();
  const { report, fresh } = await compare(inventory, read(member, tx), {
    idOf: inFile.idOf,
    nameOf: ({ unitId, name }) => `${unitNames.get(unitId) ?? ""}: ${name}`,
    visit: (item) => names.add(itemKey(item.unitId, item)),
  });
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

export const inventory: OwnedTable<"inventory"> = {
  read,
  add,
  remove: async ({ organizationId }, chosen, tx) => {
    await tx.inventoryItem.deleteMany({ where: { organizationId, ...whereChosen(chosen) } });
  },
  count: async ({ organizationId }, units, tx) => ({
    items: await tx.inventoryItem.count({ where: { organizationId, unitId: { in: units } } }),
  }),
};
