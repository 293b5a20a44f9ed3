import { type Faults, inQuotes, noFaults, tell } from "../csv/faults";
import { groupBy } from "../grouping/group-by";
import { unmatchedUnit } from "../import/unmatched-unit";
import type { InventoryRow } from "./inventory-table";
import type { InventoryItem, ItemDetails } from "./item";

type Unit = { id: string; name: string };

/** `serves` as in a row: names of processes of the unit. */
export type PlacedRow<Item> = { unit: Unit; row: InventoryRow; here: Item | null };

/**
 * Rows with their unit and the item that they change, if it is here; or what keeps them from it. `unitId`: the unit that
 * all are taken for, whatever they name.
 */
export function placeRows<Item extends InventoryItem>(
  rows: readonly InventoryRow[],
  { units, items }: { units: readonly Unit[]; items: readonly Item[] },
  unitId: string | undefined,
): { placed: PlacedRow<Item>[] } & Faults {
  const found = noFaults();
  const placed: PlacedRow<Item>[] = [];
  const byName = groupBy(units, ({ name }) => name);
  const chosen = units.filter(({ id }) => id === unitId);
  const known = new Map(items.map((item) => [itemKey(item.unitId, item), item]));
  const places = new Map<string, string>();
  for (const row of rows) {
    const matching = unitId === undefined ? (byName.get(row.unit ?? "") ?? []) : chosen;
    const [unit] = matching;
    if (!unit || matching.length > 1) {
      tell(found, `${row.place}, unit`, unmatchedUnit(row.unit, matching.length, unitId));
      continue;
    }
    const key = itemKey(unit.id, row);
    const first = places.get(key);
    if (first === undefined) places.set(key, row.place);
    else tell(found, `${row.place}, name`, `${inQuotes(row.name)} stands in ${first} already.`);
    placed.push({ unit, row, here: known.get(key) ?? null });
  }
  for (const { unit, row } of placed) {
    for (const name of row.serves) {
      const process = itemKey(unit.id, { kind: "process", name });
      if (known.has(process) || places.has(process)) continue;
      const text = `There is no process ${inQuotes(name)} of ${unit.name}, here or in the file.`;
      tell(found, `${row.place}, serves`, text);
    }
  }
  return { placed, ...found };
}

/** What tells one item from another, for whoever writes a table. */
export function itemKey(unitId: string, { kind, name }: Pick<ItemDetails, "kind" | "name">): string {
  return `${unitId} ${kind} ${name}`;
}

/** An item as a row changes it: what the row leaves empty stays as it is. `serves`: ids of what the row names. */
export function changedBy(here: ItemDetails, row: InventoryRow, serves: readonly string[]): ItemDetails {
  return {
    kind: here.kind,
    name: here.name,
    owner: row.owner ?? here.owner,
    stage: row.stage ?? here.stage,
    serves: serves.length > 0 ? serves : here.serves,
    value: row.value ?? here.value,
    riskClass: row.riskClass ?? here.riskClass,
    reviewedOn: row.reviewedOn ?? here.reviewedOn,
    note: row.note || here.note,
  };
}
