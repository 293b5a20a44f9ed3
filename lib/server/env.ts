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
  BACKUP_DAILY: z.enum(["on", "off"], "must be on or off").default("on"),
  /** How many daily backups to keep. */
  BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "must be a whole number from 1 to 9999")
    .transform(Number)
    .default(14),
});

export type Env = { databaseFile: string; backupDirectory: string; backupDaily: boolean; backupKeep: number };

/** A setting that somebody has to correct: the message names it. */
export class BadSettings extends Error {}

/** The settings of this process; paths are absolute. Throws, naming the setting, on a bad value. */
export function readEnv(): Env {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new BadSettings(`Bad settings\n${z.prettifyError(parsed.error)}`);
  const { DATABASE_URL, BACKUP_DIRECTORY, BACKUP_DAILY, BACKUP_KEEP } = parsed.data;
  const databaseFile = path.resolve(DATABASE_URL.slice("file:".length));
  const backupDirectory = path.resolve(
    /* turbopackIgnore: true */ BACKUP_DIRECTORY ?? path.join(path.dirname(databaseFile), "backups"),
  );
  return { databaseFile, backupDirectory, backupDaily: BACKUP_DAILY === "on", backupKeep: BACKUP_KEEP };
}
