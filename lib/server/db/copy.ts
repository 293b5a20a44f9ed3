import "server-only";
import { open, rm } from "node:fs/promises";
import Database from "better-sqlite3";
import { BESIDE } from "@/lib/backup/names";
import type { CopyFault } from "@/lib/backup/words";
import { appliedMigrations } from "./applied-migrations";

/** A sound copy with the migrations it has seen, or what is wrong with the file that was to be copied. */
export type Copied = { outcome: "copied"; migrations: readonly string[] } | { outcome: CopyFault };

/**
 * Copies a database, in use or not, with what its write-ahead log holds, to one file that needs nothing beside it,
 * and checks the copy. The file must not exist yet. Without the outcome `copied` there may be half a copy.
 */
export async function copyDatabase(from: string, to: string): Promise<Copied> {
  // Node names the place that it cannot write; SQLite would not.
  await (await open(to, "wx")).close();
  try {
    const source = new Database(from, { readonly: true, fileMustExist: true });
    try {
      // One state of it from the first page to the last: else each write by others makes SQLite begin again.
      source.exec("BEGIN; SELECT 1 FROM sqlite_master");
      await source.backup(to);
    } finally {
      source.close();
    }
    return check(to);
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return { outcome: fault };
  }
}

export async function removeDatabase(file: string): Promise<void> {
  for (const end of ["", ...BESIDE]) await rm(`${file}${end}`, { force: true });
}

/** Says what is wrong with a file that SQLite could not read; null for any other error. */
export function faultOf(error: unknown): "not-sqlite" | "damaged" | null {
  if (!(error instanceof Database.SqliteError)) return null;
  if (error.code === "SQLITE_NOTADB") return "not-sqlite";
  return error.code.startsWith("SQLITE_CORRUPT") ? "damaged" : null;
}

function check(copy: string): Copied {
  const database = new Database(copy);
  try {
    // A copy inherits the write-ahead log, which could not be opened in a folder that is read-only.
    database.pragma("journal_mode = DELETE");
    if (database.pragma("integrity_check", { simple: true }) !== "ok") return { outcome: "damaged" };
    const migrations = appliedMigrations(database);
    return migrations.length > 0 ? { outcome: "copied", migrations } : { outcome: "foreign" };
  } finally {
    database.close();
  }
}
