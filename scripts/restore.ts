import path from "node:path";
import { contentFaultInWords, restoreFaultInWords } from "@/lib/backup/words";
import { restoreDatabase } from "@/lib/server/db/restore";
import { readEnv } from "@/lib/server/env";
import { CommandFailed, runCommand } from "./setup/run-command";

/** `npm run restore FILE`: puts a backup in the place of the database, which is kept beside it. */
await runCommand("The restore", async (args) => {
  if (!args[0] || args.length > 1) throw new CommandFailed("Usage: npm run restore FILE");
  const file = path.resolve(args[0]);
  const { databaseFile } = readEnv();
  const migrationsDirectory = path.resolve("prisma/migrations");
  const restore = await restoreDatabase({ file, databaseFile, migrationsDirectory }, new Date());
  if ("where" in restore) throw new CommandFailed(contentFaultInWords(restore, file));
  if (restore.outcome !== "restored")
    throw new CommandFailed(restoreFaultInWords(restore.outcome, file, databaseFile));
  console.log(`Restored ${databaseFile} from ${file}`);
  if (restore.kept) console.log(`The database before is kept as ${restore.kept}`);
});
