import "server-only";
import { startDailyBackups } from "./daily-backup";
import { db } from "./db/client";

/** What the app does before its first request. */
export async function startUp(): Promise<void> {
  // An app that has its database open stops a restore, also while nobody has asked it for anything.
  await db.$connect();
  startDailyBackups();
}
