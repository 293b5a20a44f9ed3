import "server-only";
import { formatIsoDay } from "@/lib/format/date";
import { inventoryCsv } from "@/lib/inventory/inventory-table";
import { filterItems, type InventoryView, sortItems, unitsOf } from "@/lib/inventory/view";
import { fileName } from "@/lib/report/file-name";
import type { Member } from "../auth/member";
import { listInventory } from "../data/inventory";
import { listUnits } from "../data/units";
import type { InventoryFormat } from "./formats";
import { inventoryXlsx } from "./inventory-xlsx";
import type { MadeFile } from "./made-file";

type Asked = {
  member: Member;
  view: InventoryView;
  format: InventoryFormat;
  now: Date;
};

/** What a view shows of the inventory, as a table that can be imported again. */
export async function inventoryFile({ member, view, format, now }: Asked): Promise<MadeFile> {
  const [units, items] = await Promise.all([listUnits(member), listInventory(member)]);
  const names = new Map(unitsOf(units, view).map(({ id, name }) => [id, name]));
  const shown = filterItems(items, view, formatIsoDay(now)).filter(({ unitId }) => names.has(unitId));
  const table = { items, shown: sortItems(shown), unitNames: names };
  const body = format === "csv" ? inventoryCsv(table) : await inventoryXlsx(table, now);
  return { name: fileName(member.organizationName, "inventory", now, format), body };
}
