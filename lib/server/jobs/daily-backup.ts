import "server-only";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { dailyName } from "@/lib/backup/names";
import { outdatedDailies, unfinishedDailies, untilDaily } from "@/lib/backup/retention";
import { backupFaultInWords } from "@/lib/backup/words";
import { backupDatabase, databaseName } from "../db/backup";
import { type Env, readEnv } from "../env";
import { log } from "../log";
import { makeFolder } from "../storage/make-folder";
import { storageFault } from "../storage/storage-fault";

const HOUR = 60 * 60 * 1000;

/** Backs the database up once a day for as long as the process runs, which this does not keep from ending. */
export function startDailyBackups(): void {
  const env = readEnv();
  if (!env.backupDaily) return;
  // Looked at each hour at the latest: a laptop that sleeps stops the clock of a timer.
  const check = async () => {
    const wait = await backUpWhenDue(env, new Date());
    setTimeout(check, Math.min(wait, HOUR)).unref();
  };
  setImmediate(check).unref();
}

/** Backs up when a day has passed since the last time, and returns the milliseconds until there is more to do. */
export async function backUpWhenDue(env: Env, now: Date): Promise<number> {
  const { databaseFile, backupDirectory, backupKeep } = env;
  const database = databaseName(databaseFile);
  const remove = async (names: readonly string[]) => {
    for (const name of names) await rm(path.join(backupDirectory, name), { force: true });
  };
  try {
    makeFolder(backupDirectory);
    const before = await readdir(backupDirectory);
    const wait = untilDaily(database, before, now.getTime());
    if (wait > 0) return wait;
    // Before the next one, which may fail too.
    await remove(unfinishedDailies(database, before));
    const copy = path.join(backupDirectory, dailyName(database, now));
    const { outcome } = await backupDatabase(databaseFile, copy);
    if (outcome !== "saved") return retry({ fault: backupFaultInWords(outcome, databaseFile, copy) });
    const names = await readdir(backupDirectory);
    await remove(outdatedDailies(database, names, backupKeep, now.getTime()));
    return untilDaily(database, names, now.getTime());
  } catch (error) {
    return retry({ error, fault: storageFault(error) });
  }
}

function retry(why: { fault: string | null; error?: unknown }): number {
  log.error(why, "The daily backup failed and is tried again in an hour");
  return HOUR;
}
