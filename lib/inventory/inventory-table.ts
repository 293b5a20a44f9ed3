import { type Faults, tell } from "../csv/faults";
import { keyOf, readTable, type Table, type TableRow } from "../csv/read";
import { writeCsv } from "../csv/write";
import { wellFormed } from "../text/well-formed";
import {
  type InventoryItem,
  type ItemDetails,
  KIND_WORDS,
  RISK_CLASS_WORDS,
  STAGE_WORDS,
  VALUE_WORDS,
} from "./item";
import { itemSchema } from "./item-schema";

/** The inventory as a table: one item a row, units and processes by name. */

export const INVENTORY_COLUMNS = [
  "unit",
  "kind",
  "name",
  "owner",
  "stage",
  "serves",
  "value",
  "riskClass",
  "reviewedOn",
  "note",
] as const;
export type InventoryColumn = (typeof INVENTORY_COLUMNS)[number];

/** `serves` holds names of processes of the same unit. */
export type InventoryRow = ItemDetails & {
  /** Where it begins, such as `line 3`. */
  place: string;
  /** Name of the unit; null: the caller's. */
  unit: string | null;
};

/** A file to fill in, with rows that show how. */
export function inventoryTemplate(): string {
  const open = { owner: "", stage: "", serves: "", value: "", riskClass: "", reviewedOn: "", note: "" };
  const shared = { ...open, unit: "Retail Banking" };
  return writeCsv(INVENTORY_COLUMNS, [
    { ...shared, kind: "process", name: "Account opening" },
    { ...shared, kind: "process", name: "Complaints" },
    {
      ...shared,
      ...{ kind: "system", name: "Document reader", owner: "Head of operations", stage: "production" },
      ...{ serves: "Account opening; Complaints", value: "high", riskClass: "limited" },
      reviewedOn: "2026-09-30",
    },
  ]);
}

/** `items`: all that names are looked up in; `shown`: those of the table, in their order; `unitNames` by id. */
export type ListedTable = {
  items: readonly InventoryItem[];
  shown: readonly InventoryItem[];
  unitNames: ReadonlyMap<string, string>;
};

export function inventoryRows({ items, shown, unitNames }: ListedTable): Record<InventoryColumn, string>[] {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return shown.map(({ unitId, kind, name, owner, stage, serves, value, riskClass, reviewedOn, note }) => ({
    ...{ unit: unitNames.get(unitId) ?? "", kind, name, note },
    owner: owner ?? "",
    stage: stage ?? "",
    serves: serves.flatMap((id) => names.get(id) ?? []).join("; "),
    value: value ?? "",
    riskClass: riskClass ?? "",
    reviewedOn: reviewedOn ?? "",
  }));
}

export function inventoryCsv(table: ListedTable): string {
  return writeCsv(INVENTORY_COLUMNS, inventoryRows(table));
}

/** Every fault names its place and column. Keys and the words for them do alike. */
export function parseInventoryTable(table: Table): { rows: InventoryRow[] } & Faults {
  const { rows, ...found } = readTable(table, {
    columns: INVENTORY_COLUMNS,
    required: ["kind", "name"],
    noun: "inventory item",
  });
  return { rows: rows.flatMap((row) => rowOf(row, found)), ...found };
}

function rowOf({ place, cells }: TableRow<InventoryColumn>, found: Faults): InventoryRow[] {
  const parsed = itemSchema.safeParse({
    ...cells,
    kind: keyIn(cells.kind, KIND_WORDS),
    stage: keyIn(cells.stage, STAGE_WORDS),
    value: keyIn(cells.value, VALUE_WORDS),
    riskClass: keyIn(cells.riskClass, RISK_CLASS_WORDS),
    reviewedOn: cells.reviewedOn.trim(),
    serves: namesIn(cells.serves),
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    tell(found, `${place}, ${String(path[0])}`, message);
  }
  return parsed.success ? [{ ...parsed.data, place, unit: wellFormed(cells.unit).trim() || null }] : [];
}

/** The key that a cell names, or the cell as it is. */
function keyIn<Key extends string>(cell: string, words: Record<Key, string>): string {
  const keys = Object.keys(words) as Key[];
  const said = keyOf(cell, Object.values<string>(words));
  return keyOf(cell, keys) ?? keys.find((key) => words[key] === said) ?? cell.trim();
}

function namesIn(cell: string): string[] {
  const names = cell.split(/[;\r\n]/).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}
