import path from "node:path";
import { backupName } from "@/lib/backup/names";
import { backupFaultInWords } from "@/lib/backup/words";
import { formatBytes } from "@/lib/format/bytes";
import { backupDatabase, databaseName } from "@/lib/server/db/backup";
import { readEnv } from "@/lib/server/env";
import { CommandFailed, runCommand } from "./setup/run-command";

/** `npm run backup [FILE]`: a checked copy of the database, also while the app runs. */
await runCommand("The backup", async (args) => {
  if (args.length > 1) throw new CommandFailed("Usage: npm run backup [FILE]");
  const { databaseFile, backupDirectory } = readEnv();
  const copy = args[0]
    ? path.resolve(args[0])
    : path.join(backupDirectory, backupName(databaseName(databaseFile), new Date()));
  const backup = await backupDatabase(databaseFile, copy);
  if (backup.outcome !== "saved")
    throw new CommandFailed(backupFaultInWords(backup.outcome, databaseFile, copy));
  console.log(`Saved ${copy} (${formatBytes(backup.bytes)})`);
});
