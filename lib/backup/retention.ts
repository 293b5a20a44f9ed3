import { DAY_MS } from "../time/days";
import { dailyTime, PARTIAL_END } from "./names";

/**
 * Milliseconds until the next daily backup is due, 0 when it is, by the names in the folder. A backup from a day
 * or more ahead was made while the clock was wrong: it holds up nothing.
 */
export function untilDaily(database: string, names: readonly string[], now: number): number {
  const past = dailyTimes(database, names).filter(({ time }) => time < now + DAY_MS);
  const newest = Math.max(...past.map(({ time }) => time));
  return Math.max(0, newest + DAY_MS - now);
}

/**
 * The daily backups beyond the number to keep. Those from after now count as the oldest, so that one made just now
 * stays, and so do as many as fit of those made before the clock was set back.
 */
export function outdatedDailies(
  database: string,
  names: readonly string[],
  keep: number,
  now: number,
): string[] {
  const byAge = dailyTimes(database, names).sort(
    (a, b) => Number(a.time > now) - Number(b.time > now) || b.time - a.time,
  );
  return byAge.slice(keep).map(({ name }) => name);
}

/** What is left of daily backups that were killed before they were whole. */
export function unfinishedDailies(database: string, names: readonly string[]): string[] {
  return names.filter((name) => {
    const [begun = "", rest] = name.split(PARTIAL_END);
    const whole = begun.replace(/\.[0-9a-f]{8}$/, "");
    return rest !== undefined && dailyTime(database, whole) !== null;
  });
}

function dailyTimes(database: string, names: readonly string[]) {
  return names.flatMap((name) => {
    const time = dailyTime(database, name);
    return time === null ? [] : [{ name, time }];
  });
}
