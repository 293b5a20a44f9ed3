import { formatDay } from "../format/date";
import { formatScore } from "../format/number";
import type { ResultBrief } from "../scoring/result-summary";
import { differenceOf, type Submitted } from "../scoring/submitted";

export type TrendPoint = { submittedAt: Date; readiness: number | null };

/** Readiness over time, oldest first, of those assessments that measure what the latest does. Takes the latest first. */
export function readinessTrend(results: readonly Submitted<ResultBrief>[]): TrendPoint[] {
  const [latest] = results;
  if (!latest) return [];
  return results
    .filter((result) => differenceOf(latest, result) === null)
    .map(({ submittedAt, result }) => ({ submittedAt, readiness: result.readiness.value }))
    .reverse();
}

/** The finding of the trend, for its heading: `Readiness rose by 14.2 points since Jan 28, 2026`. */
export function trendFinding(points: readonly TrendPoint[]): string {
  const known = points.filter(({ readiness }) => readiness !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return "Readiness over time";
  const difference = (last.readiness ?? 0) - (first.readiness ?? 0);
  const since = `since ${formatDay(first.submittedAt)}`;
  const size = formatScore(Math.abs(difference));
  if (size === formatScore(0)) return `Readiness is unchanged ${since}`;
  return `Readiness ${difference > 0 ? "rose" : "fell"} by ${size} points ${since}`;
}
