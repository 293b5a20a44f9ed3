import { existsSync } from "node:fs";
import { readEnv } from "@/lib/server/env";
import { startDailyBackups } from "@/lib/server/jobs/daily-backup";

// Starts daily backups, waits until the first has begun, and has nothing more to do.
startDailyBackups();
while (!existsSync(readEnv().backupDirectory)) await new Promise((resolve) => setTimeout(resolve, 10));
