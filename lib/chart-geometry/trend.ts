import { line } from "d3-shape";
import { type Domain, HUNDRED, place } from "./scale";

export type TrendPoint = { index: number; x: number; y: number };

/**
 * A line through dated values, x by time, y from the top. Dates are ISO 8601, rising. A null breaks the line.
 * One date, or one moment for all, stands at the right end: that is where the last label is.
 */
export function trendGeometry({
  points,
  domain = HUNDRED,
  width,
  height,
}: {
  points: readonly { date: string; value: number | null }[];
  domain?: Domain;
  width: number;
  height: number;
}): { path: string; points: TrendPoint[] } {
  const times = points.map(({ date }) => Date.parse(date));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const placed = points.map(({ value }, index): TrendPoint | null =>
    value === null
      ? null
      : {
          index,
          x: last > first ? place(times[index] ?? last, [first, last], width) : width,
          y: height - place(value, domain, height),
        },
  );
  const draw = line<TrendPoint | null>(
    (point) => point?.x ?? 0,
    (point) => point?.y ?? 0,
  )
    .defined((point) => point !== null)
    .digits(2);
  return { path: draw(placed) ?? "", points: placed.filter((point) => point !== null) };
}
