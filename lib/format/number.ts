/** Rounding happens here and nowhere else. Fixed to en-US, so that page, file and export agree. */

/** Shown where a figure is undefined. */
export const NO_FIGURE = "–";

const score = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const level = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 0 });

/** A score, readiness or gain of 0..100: `58.3`. */
export function formatScore(value: number | null): string {
  return value === null ? NO_FIGURE : score.format(value);
}

/** A level or gap: `3`, `2.5`, `3.67`. */
export function formatLevel(value: number | null): string {
  return value === null ? NO_FIGURE : level.format(value);
}

/** A share of 0..1: `97%`. */
export function formatPercent(value: number | null): string {
  return value === null ? NO_FIGURE : percent.format(value);
}

/** Bounds of a score: `51.0–64.2`; one figure when both are equal on screen. */
export function formatRange(low: number | null, high: number | null): string {
  const [from, to] = [formatScore(low), formatScore(high)];
  return from === to ? from : `${from}–${to}`;
}
