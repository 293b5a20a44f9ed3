import "server-only";
import { startDailyBackups } from "./daily-backup";
import { forgetOutdatedDeletions } from "./data/deletions";
import { db } from "./db/client";
import { storageFault } from "./storage-fault";

/** What the app does before its first request. */
export async function startUp(): Promise<void> {
  // An app that has its database open stops a restore, also while nobody has asked it for anything.
  await db.$connect().catch((error: unknown) => {
    // Next would refuse every request from here on; the first query tries again and says it if it is still so.
    console.error("The database cannot be opened:", storageFault(error) ?? error);
  });
  startDailyBackups();
  // What is left over is left out of every list, and tried again at the next start.
  await forgetOutdatedDeletions(new Date()).catch((error: unknown) => {
    console.error("What was deleted long ago could not be cleared away:", storageFault(error) ?? error);
  });
}
