import Database from "better-sqlite3";
import type { Held } from "./every-address";

/** What stands in the database of an app that runs, or has run. */

/** What comes and goes by itself. */
const PASSING = ["Upload", "UploadPart", "Export", "Deletion", "_prisma_migrations"];

/** All that hold what people entered. */
const tablesOf = (database: Database.Database): string[] =>
  database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
    .filter((name) => !name.startsWith("sqlite_") && !PASSING.includes(name));

function read<Value>(file: string, ask: (database: Database.Database) => Value): Value {
  const database = new Database(file, { readonly: true });
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

/** What SQLite finds wrong, rows that point at none among it. */
export const unsoundness = (file: string): unknown[] =>
  read(file, (database) => [
    ...(database.pragma("integrity_check", { simple: true }) === "ok" ? [] : ["integrity_check"]),
    ...(database.pragma("foreign_key_check") as unknown[]),
  ]);

/** Every row of what people entered; files that wait to be imported are none of it. */
export const everyRow = (file: string): string =>
  read(file, (database) =>
    JSON.stringify(
      tablesOf(database).map((table) => database.prepare(`SELECT * FROM ${table} ORDER BY id`).all()),
    ),
  );

/** How many rows there are, and the last one of each table. */
export type Mark = { rows: number; last: ReadonlyMap<string, number> };

export const markRows = (file: string): Mark =>
  read(file, (database) => {
    const last = new Map<string, number>();
    let rows = 0;
    for (const table of tablesOf(database)) {
      const found = database
        .prepare<[], { rows: number; last: number | null }>(
          `SELECT count(*) AS rows, max(rowid) AS last FROM ${table}`,
        )
        .get();
      rows += found?.rows ?? 0;
      last.set(table, found?.last ?? 0);
    }
    return { rows, last };
  });

/** What was added since then and has pages; since the beginning without a mark. */
export const heldSince = (file: string, mark: Mark | null): Held =>
  read(file, (database) => {
    const since = <Row>(table: string, columns: string) =>
      database
        .prepare<[number], Row>(`SELECT ${columns} FROM ${table} WHERE rowid > ?`)
        .all(mark?.last.get(table) ?? 0);
    return {
      units: since("Unit", "id"),
      assessments: since("Assessment", "id, status"),
      plans: since<Record<"id" | "content" | "request", string>>("Plan", "id, content, request").map(
        ({ id, content, request }) => ({ id, content: JSON.parse(content), request: JSON.parse(request) }),
      ),
      items: since("InventoryItem", "id"),
      entries: since("RiskEntry", "unitId, risk"),
      compared: database
        .prepare<[], string>(
          `SELECT DISTINCT u."id" FROM "Unit" u JOIN "Assessment" a ON a."unitId" = u."id"
           WHERE u."archivedAt" IS NULL AND a."status" = 'submitted'`,
        )
        .pluck()
        .all(),
    };
  });
