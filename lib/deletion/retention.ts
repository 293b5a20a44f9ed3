import { addDays } from "../time/days";

/** How long what was deleted can be restored. */
export const RETENTION_DAYS = 30;

/** What was deleted before this moment is gone. */
export function deletedBefore(now: Date): Date {
  return addDays(now, -RETENTION_DAYS);
}

/** The day on which something deleted then can no longer be restored. */
export function goneOn(deletedAt: Date): Date {
  return addDays(deletedAt, RETENTION_DAYS);
}
