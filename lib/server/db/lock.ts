import "server-only";
import Database from "better-sqlite3";
import { faultOf } from "./copy";

/**
 * A database that nobody else has open, nor can open until `close`: one file, with its write-ahead log folded in.
 * Returns `in-use` when somebody has it open, if only to read, and `unreadable` when SQLite cannot read it.
 */
export function lockDatabase(file: string): Database.Database | "in-use" | "unreadable" {
  const database = new Database(file, { fileMustExist: true, timeout: 1000 });
  try {
    // Only the last connection may leave the write-ahead log: an idle app, too, stands in the way of this.
    const mode = database.pragma("journal_mode = DELETE", { simple: true });
    database.pragma("locking_mode = EXCLUSIVE");
    database.exec("BEGIN EXCLUSIVE; COMMIT");
    if (mode === "delete" && database.pragma("journal_mode", { simple: true }) === "delete") return database;
    database.close();
    return "in-use";
  } catch (error) {
    database.close();
    if (faultOf(error)) return "unreadable";
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return "in-use";
    throw error;
  }
}
