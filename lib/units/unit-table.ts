import { type Faults, tell } from "../csv/faults";
import { readTable, type Table, type TableRow } from "../csv/read";
import { writeCsv } from "../csv/write";
import { yesOrNo } from "../csv/yes-no";
import { wellFormed } from "../text/well-formed";
import { unitDetailsSchema } from "./unit-schema";

/** Units as a table: one a row, its parent by name. */

const UNIT_COLUMNS = [
  "name",
  "parent",
  "region",
  "industry",
  "regulated",
  "unitsInScope",
  "processesInScope",
] as const;
type Column = (typeof UNIT_COLUMNS)[number];

/** What an empty cell, or a column that is not there, means. */
const EMPTY: Record<Column, string> = {
  name: "",
  parent: "",
  region: "",
  industry: "",
  regulated: "no",
  unitsInScope: "1",
  processesInScope: "1",
};

export type UnitRow = ReturnType<typeof unitDetailsSchema.parse> & {
  /** Where it begins in the file: `line 3`, `row 3`. */
  place: string;
  /** Name of the unit above; null at the top. */
  parent: string | null;
};

/** A file to fill in, with two rows that show how. */
export function unitTemplate(): string {
  const shared = { ...EMPTY, region: "Europe", industry: "Retail" };
  return writeCsv(UNIT_COLUMNS, [
    { ...shared, name: "Retail group" },
    { ...shared, name: "Stores", parent: "Retail group", unitsInScope: "12", processesInScope: "30" },
  ]);
}

/** Every fault names its line or row, and its column. */
export function parseUnitTable(table: Table): { rows: UnitRow[] } & Faults {
  const { rows, ...found } = readTable(table, { columns: UNIT_COLUMNS, required: ["name"], noun: "unit" });
  return { rows: rows.flatMap((row) => rowOf(row, found)), ...found };
}

function rowOf({ place, cells }: TableRow<Column>, found: Faults): UnitRow[] {
  const given = { ...EMPTY };
  for (const column of UNIT_COLUMNS) given[column] = cells[column].trim() || EMPTY[column];
  const regulated = yesOrNo(given.regulated);
  const parsed = unitDetailsSchema.safeParse({ ...given, regulated: regulated ?? false });
  if (regulated === undefined) tell(found, `${place}, regulated`, "Enter yes or no.");
  for (const { path, message } of parsed.error?.issues ?? []) {
    tell(found, `${place}, ${path.join(".")}`, message);
  }
  return parsed.success ? [{ ...parsed.data, place, parent: wellFormed(given.parent).trim() || null }] : [];
}
