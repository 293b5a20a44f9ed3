const day = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone: "UTC" });

/** `Nov 24, 2026`, in UTC so that screen, print and file agree. */
export function formatDay(date: Date): string {
  return day.format(date);
}

/** `2026-11-24`, for file names and machine-readable attributes. */
export function formatIsoDay(date: Date): string {
  return isoDay.format(date);
}
