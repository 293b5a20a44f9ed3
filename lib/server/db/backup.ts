import "server-only";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";

/**
 * Copies the database while it is in use, checks the copy and returns its path, named after `now`.
 * Throws, leaving no copy, when the copy is not sound.
 */
export async function backupDatabase(databaseFile: string, folder: string, now: Date): Promise<string> {
  const name = path.basename(databaseFile, path.extname(databaseFile));
  const copy = path.join(folder, `${name}-${now.toISOString().replace(/[:.]/g, "-")}.db`);
  await mkdir(folder, { recursive: true });
  const source = new Database(databaseFile, { readonly: true, fileMustExist: true });
  try {
    await source.backup(copy);
    verify(copy);
    return copy;
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  } finally {
    source.close();
  }
}

function verify(file: string) {
  const database = new Database(file, { readonly: true });
  try {
    const found = database.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new Error(`The copy of the database is damaged: ${found}`);
  } finally {
    database.close();
  }
}
