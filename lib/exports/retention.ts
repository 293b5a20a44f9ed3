import { addDays } from "../time/days";

/** How long a file that was asked for stays. */
export const EXPORT_DAYS = 7;

/** What was asked for before this moment is gone. */
export function exportedBefore(now: Date): Date {
  return addDays(now, -EXPORT_DAYS);
}
