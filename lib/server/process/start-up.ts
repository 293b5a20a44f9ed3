import "server-only";
import packageJson from "@/package.json";
import { believedTime } from "../data/believed-time";
import { forgetOutdatedDeletions } from "../data/deletions/forget-deletion";
import { db } from "../db/client";
import { readEnv } from "../env";
import { startDailyBackups } from "../jobs/daily-backup";
import { writeExports } from "../jobs/exports";
import { log } from "../log";
import { guardRequests } from "../requests/guard-requests";
import { watchRequests } from "../requests/watch-requests";
import { storageFault } from "../storage/storage-fault";
import { sendConsoleToLog } from "./console-to-log";
import { measureEventLoopLag } from "./metrics";
import { stopOnSignals } from "./stop";

/** What the app does before its first request. */
export async function startUp(development: boolean): Promise<void> {
  if (!development) sendConsoleToLog();
  watchRequests();
  guardRequests();
  const { ownSignals, metrics } = readEnv();
  if (ownSignals) stopOnSignals();
  if (metrics) measureEventLoopLag();
  log.info({ version: packageJson.version, node: process.version }, "Started");
  // An app that has its database open stops a restore, also while nobody has asked it for anything.
  await db.$connect().catch((error: unknown) => {
    // Next would refuse every request from here on; the first query tries again and says it if it is still so.
    log.error({ error, fault: storageFault(error) }, "The database cannot be opened");
  });
  startDailyBackups();
  void writeExports();
  // What is left over is left out of every list, and tried again at the next start.
  await clearDeletions().catch((error: unknown) => {
    log.error({ error, fault: storageFault(error) }, "What was deleted long ago could not be cleared away");
  });
}

async function clearDeletions(): Promise<void> {
  const until = await believedTime(new Date());
  if (until) await forgetOutdatedDeletions(until);
}
