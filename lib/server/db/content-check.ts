import "server-only";
import type Database from "better-sqlite3";

/** What of a column, by its declared type, Prisma could not read: it would fail whichever page asks for it. */
const UNREADABLE: Record<string, (column: string) => string> = {
  BOOLEAN: (column) => `typeof(${column}) <> 'integer'`,
  // An hour without a day is a time to SQLite.
  DATETIME: (column) =>
    `typeof(${column}) NOT IN ('text', 'integer') OR typeof(${column}) = 'text'
      AND (datetime(${column}) IS NULL OR ${column} NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*')`,
  INTEGER: (column) => `typeof(${column}) <> 'integer'`,
  JSONB: (column) => `typeof(${column}) <> 'text' OR NOT json_valid(${column})`,
  TEXT: (column) => `typeof(${column}) <> 'text'`,
};

/** The first column that holds what cannot be read, as `Table.column`; null when there is none. */
export function unreadableColumn(database: Database.Database): string | null {
  const columns = database
    .prepare<[], { tab: string; name: string; type: string }>(
      `SELECT tables.name AS tab, columns.name, columns.type
        FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.name NOT LIKE '\\_prisma%' ESCAPE '\\'
          AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all();
  for (const { tab, name, type } of columns) {
    const unreadable = UNREADABLE[type]?.(`"${name}"`);
    if (!unreadable) continue;
    const sql = `SELECT 1 FROM "${tab}" WHERE "${name}" IS NOT NULL AND (${unreadable}) LIMIT 1`;
    if (database.prepare(sql).get()) return `${tab}.${name}`;
  }
  return null;
}

/** The first table with a row that refers to one that is not there; null when there is none. */
export function brokenReference(database: Database.Database): string | null {
  const row = database.prepare<[], { table: string }>("PRAGMA foreign_key_check").get();
  return row?.table ?? null;
}
