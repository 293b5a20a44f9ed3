import "server-only";
import { existsSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import type Database from "better-sqlite3";
import { BESIDE, PARTIAL_END } from "@/lib/backup/names";
import { removeDatabase } from "./copy";
import { lockDatabase } from "./lock";
import { moveIntoPlace } from "./move-into-place";

/** Moves `incoming` into the place of a database and keeps what was there under the name `kept`. */
export async function exchangeDatabase(
  incoming: string,
  databaseFile: string,
  kept: string,
): Promise<"restored" | "in-use"> {
  const lock = existsSync(databaseFile) ? lockDatabase(databaseFile) : "unreadable";
  if (lock === "in-use") return lock;
  if (lock === "unreadable") await exchangeFiles(incoming, databaseFile, kept);
  else await exchangeLocked(incoming, databaseFile, kept, lock);
  return "restored";
}

async function exchangeLocked(incoming: string, file: string, kept: string, lock: Database.Database) {
  const partial = `${kept}${PARTIAL_END}`;
  try {
    // Not as a file: when Node closes one that SQLite has open in this process, every lock on it is gone.
    await lock.backup(partial);
    await moveIntoPlace(partial, kept);
    // Windows replaces no open file, so that an app which opens it from here on is in the way there.
    if (process.platform === "win32") lock.close();
    // Elsewhere an app that waits for the lock finds that its file has moved, and cannot write to it.
    await moveIntoPlace(incoming, file);
  } finally {
    lock.close();
    await removeDatabase(partial);
  }
}

/** For a database that SQLite cannot read, or of which only parts are there: they are kept as they are. */
async function exchangeFiles(incoming: string, file: string, kept: string) {
  for (const end of ["", ...BESIDE].filter((end) => existsSync(`${file}${end}`))) {
    const partial = `${kept}${end}${PARTIAL_END}`;
    try {
      await copyFile(`${file}${end}`, partial);
      await moveIntoPlace(partial, `${kept}${end}`);
    } finally {
      await rm(partial, { force: true });
    }
  }
  // What a log beside it holds belongs to the database before, and would end up in this one.
  for (const end of BESIDE) await rm(`${file}${end}`, { force: true });
  await moveIntoPlace(incoming, file);
}
