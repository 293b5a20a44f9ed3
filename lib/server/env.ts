import "server-only";
import path from "node:path";
import { z } from "zod";

const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const schema = z.object({
  /** SQLite only, as `file:` and a path, relative to where the app is started. */
  DATABASE_URL: z
    .string()
    .regex(/^file:./, "file: and a path, such as file:./data/scaling-readiness.db")
    .default("file:./data/scaling-readiness.db"),
  /** Folder for copies of the database; `backups` beside the database when not given. */
  BACKUP_DIRECTORY: z.string().min(1, "the path of a folder").optional(),
  BACKUP_DAILY: z.enum(["on", "off"], "on or off").default("on"),
  /** How many daily backups to keep. */
  BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "a whole number from 1 to 9999")
    .transform(Number)
    .default(14),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`).default("info"),
  METRICS: z.enum(["on", "off"], "on or off").default("off"),
  /** Set by our own start: signals are ours, not Next's. */
  NEXT_MANUAL_SIG_HANDLE: z.string().optional(),
});

export type Env = {
  databaseFile: string;
  backupDirectory: string;
  backupDaily: boolean;
  backupKeep: number;
  logLevel: LogLevel;
  metrics: boolean;
  ownSignals: boolean;
};

/** A setting that cannot be used: the message is all that people need, one line a setting. */
export class BadSettings extends Error {}

/** The settings of this process; paths are absolute. Throws a `BadSettings` on a bad value. */
export function readEnv(): Env {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path: [setting], message }) => {
      const given = process.env[String(setting)];
      return `${String(setting)} is ${given === "" ? "empty" : given}; expected ${message}.`;
    });
    throw new BadSettings(faults.join("\n"));
  }
  const {
    DATABASE_URL,
    BACKUP_DIRECTORY,
    BACKUP_DAILY,
    BACKUP_KEEP,
    LOG_LEVEL,
    METRICS,
    NEXT_MANUAL_SIG_HANDLE,
  } = parsed.data;
  const databaseFile = path.resolve(DATABASE_URL.slice("file:".length));
  const backupDirectory = path.resolve(
    /* turbopackIgnore: true */ BACKUP_DIRECTORY ?? path.join(path.dirname(databaseFile), "backups"),
  );
  return {
    databaseFile,
    backupDirectory,
    backupDaily: BACKUP_DAILY === "on",
    backupKeep: BACKUP_KEEP,
    logLevel: LOG_LEVEL,
    metrics: METRICS === "on",
    ownSignals: Boolean(NEXT_MANUAL_SIG_HANDLE),
  };
}
