import path from "node:path";
import { backupName } from "@/lib/backup/names";
import { formatBytes } from "@/lib/format/bytes";
import { type Backup, backupDatabase, databaseName } from "@/lib/server/db/backup";
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
  if (backup.outcome !== "saved") throw new CommandFailed(words(backup.outcome, databaseFile, copy));
  console.log(`Saved ${copy} (${formatBytes(backup.bytes)})`);
});

function words(outcome: Exclude<Backup["outcome"], "saved">, databaseFile: string, copy: string): string {
  return {
    "no-database": `There is no database at ${databaseFile} yet: npm start makes one.`,
    "file-exists": `${copy} exists already: name a file that does not.`,
    "not-sqlite": `${databaseFile} is not a SQLite database.`,
    damaged: `${databaseFile} is damaged, so no backup was made: npm run restore FILE brings back an earlier one.`,
    foreign: `${databaseFile} is not a database of Scaling Readiness.`,
  }[outcome];
}
