/** How long what was deleted can be restored. */
export const RETENTION_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/** What was deleted before this moment is gone. */
export function deletedBefore(now: Date): Date {
  return new Date(now.getTime() - RETENTION_DAYS * DAY);
}

/** The day on which something deleted then can no longer be restored. */
export function goneOn(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + RETENTION_DAYS * DAY);
}
