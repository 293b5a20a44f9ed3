import "server-only";
import { accessSync, closeSync, constants, openSync, readSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { BadSettings, type Env } from "../env";
import { makeFolder } from "./make-folder";

const SQLITE_HEADER = "SQLite format 3\0";

/** Throws a `BadSettings` when the app could not work with what a setting leads to. Creates the folders it needs. */
export function checkPlaces({
  databaseFile,
  backupDirectory,
}: Pick<Env, "databaseFile" | "backupDirectory">) {
  prepareFolder("DATABASE_URL", path.dirname(databaseFile));
  const found = find("DATABASE_URL", databaseFile);
  if (found?.isDirectory()) fail("DATABASE_URL", databaseFile, "is a folder; expected a file");
  if (found && !found.isFile()) fail("DATABASE_URL", databaseFile, "is no file; expected one");
  if (found && !isWritable(databaseFile)) fail("DATABASE_URL", databaseFile, "cannot be written");
  if (found && !isSqlite(databaseFile)) fail("DATABASE_URL", databaseFile, "is not an SQLite database");
  prepareFolder("BACKUP_DIRECTORY", backupDirectory);
}

function prepareFolder(setting: string, folder: string) {
  try {
    makeFolder(folder);
  } catch {
    fail(setting, folder, "cannot be made; expected a folder that can be written");
  }
  if (!isWritable(folder)) fail(setting, folder, "cannot be written; expected a folder that can");
}

function find(setting: string, file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    // Such as a name that is too long, or links in a circle.
    return fail(setting, file, "cannot be a file");
  }
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

/** An empty file becomes one. */
function isSqlite(file: string): boolean {
  const header = Buffer.alloc(SQLITE_HEADER.length);
  const handle = openSync(file, "r");
  try {
    const length = readSync(handle, header);
    return length === 0 || header.toString("latin1") === SQLITE_HEADER;
  } catch {
    return false;
  } finally {
    closeSync(handle);
  }
}
