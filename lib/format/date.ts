const day = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
/** Of what was stored before dates had bounds: beyond all that can be counted. */
const NO_DAY = "no date";

const isDay = (date: Date) => !Number.isNaN(date.getTime());

/** `Nov 24, 2026`, in UTC so that screen, print and file agree. */
export function formatDay(date: Date): string {
  return isDay(date) ? day.format(date) : NO_DAY;
}

/** `2026-11-24`, ISO 8601, for file names and machine-readable attributes. */
export function formatIsoDay(date: Date): string {
  return isDay(date) ? date.toISOString().replace(/T.*/, "") : NO_DAY;
}
