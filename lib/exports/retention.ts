/** How long a file that was asked for stays. */
export const EXPORT_DAYS = 7;

const DAY = 24 * 60 * 60 * 1000;

/** What was asked for before this moment is gone. */
export function exportedBefore(now: Date): Date {
  return new Date(now.getTime() - EXPORT_DAYS * DAY);
}
