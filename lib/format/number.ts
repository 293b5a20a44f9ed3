/** Rounding happens here and nowhere else, the same in every locale, so that page, file and export agree. */

/** Shown where a figure is undefined. */
export const NO_FIGURE = "–";

/** A score, readiness or gain of 0..100: `58.3`. */
export function formatScore(value: number | null): string {
  return value === null ? NO_FIGURE : value.toFixed(1);
}

/** A level or gap: `3`, `2.5`, `3.67`. */
export function formatLevel(value: number | null): string {
  return value === null ? NO_FIGURE : String(Number(value.toFixed(2)));
}

/** A share of 0..1: `97%`. */
export function formatPercent(value: number | null): string {
  return value === null ? NO_FIGURE : `${(value * 100).toFixed(0)}%`;
}

/** Bounds of a score: `51.0–64.2`; one figure when both are equal on screen. */
export function formatRange(low: number | null, high: number | null): string {
  const [from, to] = [formatScore(low), formatScore(high)];
  return from === to ? from : `${from}–${to}`;
}

/** A score that is below a limit, with as many digits as it takes to read so: `64.97` below 65, not `65.0`. */
export function formatScoreBelow(value: number, limit: number): string {
  let digits = 1;
  while (digits < 9 && Number(value.toFixed(digits)) >= limit) digits += 1;
  return value.toFixed(digits);
}

/** A count with its noun: `1 week`, `2.5 person-weeks`. The plural takes an s. */
export function formatCount(count: number, noun: string): string {
  return `${formatLevel(count)} ${noun}${count === 1 ? "" : "s"}`;
}

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** `five`, from ten on `10`: a count within a sentence. */
export function countInWords(count: number): string {
  return SMALL[count] ?? formatLevel(count);
}
