import { existsSync } from "node:fs";
import { startDailyBackups } from "@/lib/server/daily-backup";
import { readEnv } from "@/lib/server/env";

// Starts daily backups, waits until the first has begun, and has nothing more to do.
startDailyBackups();
while (!existsSync(readEnv().backupDirectory)) await new Promise((resolve) => setTimeout(resolve, 10));
