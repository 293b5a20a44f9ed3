import "server-only";
import { accessSync, closeSync, constants, mkdirSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { BadSettings, type Env } from "./env";

const SQLITE_HEADER = "SQLite format 3\0";

/** Throws a `BadSettings` when the app could not work with what a setting leads to. Creates the folders it needs. */
export function checkPlaces({
  databaseFile,
  backupDirectory,
}: Pick<Env, "databaseFile" | "backupDirectory">) {
  prepareFolder("DATABASE_URL", path.dirname(databaseFile));
  const found = statSync(databaseFile, { throwIfNoEntry: false });
  if (found?.isDirectory()) fail("DATABASE_URL", databaseFile, "is a folder; expected a file");
  if (found && !isSqlite(databaseFile)) fail("DATABASE_URL", databaseFile, "is not an SQLite database");
  if (found && !isWritable(databaseFile)) fail("DATABASE_URL", databaseFile, "cannot be written");
  prepareFolder("BACKUP_DIRECTORY", backupDirectory);
}

function prepareFolder(setting: string, folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    fail(setting, folder, "cannot be made; expected a folder that can be written");
  }
  if (!isWritable(folder)) fail(setting, folder, "cannot be written; expected a folder that can");
}

function fail(setting: string, place: string, fault: string): never {
  throw new BadSettings(`${setting} leads to ${place}, which ${fault}.`);
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** An empty file becomes one. What cannot be read is told as such later. */
function isSqlite(file: string): boolean {
  if (!isWritable(file)) return true;
  const header = Buffer.alloc(SQLITE_HEADER.length);
  const handle = openSync(file, "r");
  const length = readSync(handle, header);
  closeSync(handle);
  return length === 0 || header.toString("latin1") === SQLITE_HEADER;
}
