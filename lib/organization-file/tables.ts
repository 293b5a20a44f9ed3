import type { z } from "zod";
import type { BoundedList } from "../bounds/words";
import type { FileTable } from "./file-table";
import { assessments } from "./tables/assessments";
import { inventory } from "./tables/inventory";
import { type FilePlan, plans } from "./tables/plans";
import { registers } from "./tables/registers";
import { units } from "./tables/units";

/**
 * Every table of an organization, by its key in the file: what all that exports, imports, deletes, restores, counts and
 * names walks. In the order in which rows can be added, parents first; they are taken out in the other.
 */
export const FILE_TABLES = { units, assessments, plans, registers, inventory } as const satisfies Record<
  BoundedList,
  FileTable<never>
>;

type FileTables = typeof FILE_TABLES;
export type TableKey = keyof FileTables;

export const TABLE_KEYS = Object.keys(FILE_TABLES) as TableKey[];
export const LAST_FIRST: readonly TableKey[] = TABLE_KEYS.toReversed();

type Listed = { [Key in TableKey]: z.output<FileTables[Key]["list"]>[number] };

/** A row of each, as it was read. */
export type FileRows = Omit<Listed, "plans"> & { plans: FilePlan };
export type FileLists = { [Key in TableKey]: readonly FileRows[Key][] };

/** The same values, by rows. */
const TABLES: { readonly [Key in TableKey]: FileTable<Listed[Key]> } = FILE_TABLES;

/** Ids of the rows of a list: what tells one from another. */
export function idsOf<Key extends TableKey>(key: Key, rows: readonly Listed[Key][]): string[] {
  return rows.map((row) => TABLES[key].idOf(row));
}

/** The units that the rows of a list go with. */
export function unitsOf<Key extends TableKey>(key: Key, rows: readonly Listed[Key][]): string[] {
  return rows.flatMap((row) => TABLES[key].unitOf?.(row) ?? []);
}

/** What goes with a unit, of each table. */
export type ContentsOf<Key extends TableKey> = Extract<keyof FileTables[Key]["contents"], string>;
/** Those that say how one of them is deleted by itself. */
export type DeletableKey = {
  [Key in TableKey]: FileTables[Key]["deletion"] extends null ? never : Key;
}[TableKey];

/** One value for each table. */
export function forEachTable<Value>(make: (key: TableKey) => Value): Record<TableKey, Value> {
  const values = TABLE_KEYS.map((key) => [key, make(key)] as const);
  return Object.fromEntries(values) as Record<TableKey, Value>;
}
