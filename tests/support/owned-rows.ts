import { type FileLists, type FileRows, TABLE_KEYS, type TableKey } from "@/lib/organization-file/tables";
import type { Member } from "@/lib/server/auth/member";
import { OWNED_TABLES } from "@/lib/server/data/tables";
import type { Chosen, OwnedTable } from "@/lib/server/data/tables/owned-table";
import { db } from "@/lib/server/db/client";

/** Rows of a table of an organization, as a file has them. */
export async function rowsOf<Key extends TableKey>(
  key: Key,
  member: Member,
  chosen?: Chosen,
): Promise<FileRows[Key][]> {
  const table: OwnedTable<Key> = OWNED_TABLES[key];
  const rows: FileRows[Key][] = [];
  for await (const { row } of table.read(member, db, chosen)) rows.push(row);
  return rows;
}

/** All of them. */
export async function listsOf(member: Member): Promise<FileLists> {
  const lists = await Promise.all(TABLE_KEYS.map(async (key) => [key, await rowsOf(key, member)] as const));
  return Object.fromEntries(lists) as unknown as FileLists;
}

/** Something for each table, under the name of what its tests call. */
export const forEachVerb = <Value>(make: (key: TableKey) => Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(
    TABLE_KEYS.flatMap((key) => Object.entries(make(key)).map(([verb, value]) => [`${key}.${verb}`, value])),
  );
