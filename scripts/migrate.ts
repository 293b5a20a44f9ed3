import path from "node:path";
import { migrate, UnfitDatabase } from "@/lib/server/db/migrate";
import { type Env, readEnv } from "@/lib/server/env";
import { newestBackup } from "@/lib/server/process/installation";
import { checkPlaces } from "@/lib/server/storage/setting-places";
import { CommandFailed, runCommand } from "./setup/run-command";

await runCommand("The migration", async () => {
  const env = readEnv();
  checkPlaces(env);
  const migrationsDirectory = path.resolve("prisma/migrations");
  const { applied, backup } = await migrate({ ...env, migrationsDirectory }, new Date()).catch(
    (error: unknown) => {
      throw error instanceof UnfitDatabase
        ? new CommandFailed(`${error.message} ${restoreAdvice(env)}`)
        : error;
    },
  );
  if (backup) console.log(`Copied the database to ${backup}`);
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}`);
});

function restoreAdvice({ backupDirectory }: Env): string {
  const newest = newestBackup();
  const where = newest
    ? `the newest is ${path.join(backupDirectory, newest.name)}`
    : `there is none in ${backupDirectory}`;
  return `To put a backup in its place: npm run restore FILE; ${where}.`;
}
