import path from "node:path";
import { migrate } from "@/lib/server/db/migrate";
import { BadSettings, readEnv } from "@/lib/server/env";
import { checkPlaces } from "@/lib/server/setting-places";

/** By convention of sysexits.h; `npm start` then shows what was said, and nothing else. */
const BAD_SETTING = 78;

try {
  const env = readEnv();
  checkPlaces(env);
  const migrationsDirectory = path.resolve("prisma/migrations");
  const { applied, backup } = await migrate({ ...env, migrationsDirectory }, new Date());
  if (backup) console.log(`Copied the database to ${backup}`);
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}`);
} catch (error) {
  if (!(error instanceof BadSettings)) throw error;
  console.error(error.message);
  process.exitCode = BAD_SETTING;
}
