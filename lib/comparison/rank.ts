import type { Bounded } from "../scoring/result";

/**
 * The places a unit can hold, 1 is best: `from` when every bound turns out in its favor, `to` when none does.
 * `overlaps` counts the other units whose bounds meet its own: among them there is no order.
 */
export type Rank = { from: number; to: number; overlaps: number };

const EPSILON = 1e-9;

/** Ranks by bounds, not by means. What has no figure has no rank. */
export function rank(
  figures: ReadonlyMap<string, Bounded>,
  better: "higher" | "lower" = "higher",
): Map<string, Rank> {
  const intervals = [...figures].flatMap(([key, { value, low, high }]) => {
    if (value === null || low === null || high === null) return [];
    return [better === "higher" ? { key, low, high } : { key, low: -high, high: -low }];
  });
  const lows = intervals.map(({ low }) => low).sort(ascending);
  const highs = intervals.map(({ high }) => high).sort(ascending);
  return new Map(
    intervals.map(({ key, low, high }) => {
      const above = intervals.length - countUpTo(lows, high + EPSILON);
      const below = countUpTo(highs, low - EPSILON);
      const [from, to] = [1 + above, intervals.length - below];
      return [key, { from, to, overlaps: to - from }];
    }),
  );
}

const ascending = (a: number, b: number) => a - b;

/** How many of the ascending values are at most `limit`. */
function countUpTo(values: readonly number[], limit: number): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
