import "server-only";
import Database from "better-sqlite3";
import { readMigrations } from "./migrations";

type Piece = { type: string; name: string; sql: string };

/** How a database differs from what its migrations make: what is missing or other than there, and what is added. */
export type SchemaDifference = { missing: readonly string[]; added: readonly string[] };

/** Compares tables, indexes, triggers and views with those that the migrations of these names make. */
export async function schemaDifference(
  database: Database.Database,
  names: readonly string[],
  migrationsDirectory: string,
): Promise<SchemaDifference> {
  const wanted = await piecesAfter(names, migrationsDirectory);
  const found = piecesOf(database);
  const inWords = ({ type, name }: Piece) => `${type} ${name}`;
  const lacks = (pieces: readonly Piece[]) => (piece: Piece) =>
    !pieces.some(({ type, name, sql }) => type === piece.type && name === piece.name && sql === piece.sql);
  const missing = wanted.filter(lacks(found)).map(inWords);
  const added = found
    .filter(lacks(wanted))
    .map(inWords)
    .filter((piece) => !missing.includes(piece));
  return { missing, added };
}

async function piecesAfter(names: readonly string[], folder: string): Promise<Piece[]> {
  const { migrationDirectories } = await readMigrations(folder);
  const database = new Database(":memory:");
  try {
    for (const { path: name, migrationFile } of migrationDirectories) {
      if (names.includes(name) && migrationFile.content.tag === "ok") {
        database.exec(migrationFile.content.value);
      }
    }
    return piecesOf(database);
  } finally {
    database.close();
  }
}

/** Spaces and quotes do not count: SQLite changes them when it renames a table. */
function piecesOf(database: Database.Database): Piece[] {
  const rows = database
    .prepare<[], Piece>(
      `SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_master
        WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND NOT (type = 'table' AND name = '_prisma_migrations')
        ORDER BY type DESC, name`,
    )
    .all();
  return rows.map((row) => ({ ...row, sql: row.sql.replace(/["'`\s]+/g, "") }));
}
