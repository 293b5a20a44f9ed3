import "server-only";
import path from "node:path";
import { z } from "zod";

const schema = z.object({
  /** SQLite only, as `file:` and a path, relative to where the app is started. */
  DATABASE_URL: z
    .string()
    .regex(/^file:./, "must be file: and a path, such as file:./data/scaling-readiness.db")
    .default("file:./data/scaling-readiness.db"),
  /** Folder for copies of the database; `backups` beside the database when not given. */
  BACKUP_DIRECTORY: z.string().min(1).optional(),
});

export type Env = { databaseFile: string; backupDirectory: string };

/** The settings of this process; paths are absolute. Throws, naming the setting, on a bad value. */
export function readEnv(): Env {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(`Bad settings\n${z.prettifyError(parsed.error)}`);
  const { DATABASE_URL, BACKUP_DIRECTORY } = parsed.data;
  const databaseFile = path.resolve(DATABASE_URL.slice("file:".length));
  const backupDirectory = path.resolve(
    /* turbopackIgnore: true */ BACKUP_DIRECTORY ?? path.join(path.dirname(databaseFile), "backups"),
  );
  return { databaseFile, backupDirectory };
}
