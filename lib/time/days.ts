export const DAY_MS = 24 * 60 * 60 * 1000;

/** So many times 24 hours later, earlier for a negative number. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}
