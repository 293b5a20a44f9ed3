/** Names of copies: `NAME-TIME.db` by hand and before a migration, `NAME-TIME.daily.db` by itself. */

const TIME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;
const DAILY_END = ".daily.db";
/** What the name of a copy ends with until it is whole and checked. */
export const PARTIAL_END = ".partial";

/** What SQLite may keep beside a database, under its name with this end. */
export const BESIDE = ["-wal", "-shm", "-journal"] as const;

/** A time as file names hold it, down to the millisecond and in the order of the alphabet. */
export function nameTime(time: Date): string {
  return time.toISOString().replace(/[:.]/g, "-");
}

export function backupName(database: string, time: Date): string {
  return `${database}-${nameTime(time)}.db`;
}

export function dailyName(database: string, time: Date): string {
  return `${database}-${nameTime(time)}${DAILY_END}`;
}

/** When the daily backup of this name was made, in ms since 1970; null for any other name. */
export function dailyTime(database: string, name: string): number | null {
  const start = `${database}-`;
  if (!name.startsWith(start) || !name.endsWith(DAILY_END)) return null;
  const text = name.slice(start.length, -DAILY_END.length);
  if (!TIME.test(text)) return null;
  const time = Date.parse(text.replace(/T(\d\d)-(\d\d)-(\d\d)-/, "T$1:$2:$3."));
  return Number.isNaN(time) ? null : time;
}
