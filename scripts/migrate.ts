import path from "node:path";
import { migrate } from "@/lib/server/db/migrate";
import { readEnv } from "@/lib/server/env";
import { checkPlaces } from "@/lib/server/setting-places";
import { runCommand } from "./setup/run-command";

await runCommand("The migration", async () => {
  const env = readEnv();
  checkPlaces(env);
  const migrationsDirectory = path.resolve("prisma/migrations");
  const { applied, backup } = await migrate({ ...env, migrationsDirectory }, new Date());
  if (backup) console.log(`Copied the database to ${backup}`);
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}`);
});
