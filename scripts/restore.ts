import path from "node:path";
import { type Restore, restoreDatabase } from "@/lib/server/db/restore";
import { readEnv } from "@/lib/server/env";
import { CommandFailed, runCommand } from "./setup/run-command";

/** `npm run restore FILE`: puts a backup in the place of the database, which is kept beside it. */
await runCommand("The restore", async (args) => {
  if (!args[0] || args.length > 1) throw new CommandFailed("Usage: npm run restore FILE");
  const file = path.resolve(args[0]);
  const { databaseFile } = readEnv();
  const migrationsDirectory = path.resolve("prisma/migrations");
  const restore = await restoreDatabase({ file, databaseFile, migrationsDirectory }, new Date());
  if (restore.outcome !== "restored") throw new CommandFailed(words(restore.outcome, file, databaseFile));
  console.log(`Restored ${databaseFile} from ${file}`);
  if (restore.kept) console.log(`The database before is kept as ${restore.kept}`);
});

function words(outcome: Exclude<Restore["outcome"], "restored">, file: string, databaseFile: string): string {
  return {
    "not-found": `There is no file ${file}.`,
    "own-database": `${file} is the database itself: name a backup of it.`,
    "not-sqlite": `${file} is not a SQLite database.`,
    damaged: `${file} is damaged: name another backup.`,
    foreign: `${file} is not a database of Scaling Readiness.`,
    "newer-version": `${file} was made by a newer version of the app: install that version first.`,
    "in-use": `${databaseFile} is in use: stop the app, then restore again.`,
  }[outcome];
}
