/** Class names in full, since Tailwind reads them from the source. */

/** 0 lowest, 4 highest. */
export type Tone = 0 | 1 | 2 | 3 | 4;

export const TONES: readonly Tone[] = [0, 1, 2, 3, 4];

const seriesStroke = ["stroke-series-1", "stroke-series-2", "stroke-series-3", "stroke-series-4"];
const seriesFill = ["fill-series-1", "fill-series-2", "fill-series-3", "fill-series-4"];

export function strokeOf(series: number): string {
  return seriesStroke[series % seriesStroke.length] ?? "stroke-series-1";
}

export function fillOf(series: number): string {
  return seriesFill[series % seriesFill.length] ?? "fill-series-1";
}

export const severityFill: Record<Tone, string> = {
  0: "fill-severity-0",
  1: "fill-severity-1",
  2: "fill-severity-2",
  3: "fill-severity-3",
  4: "fill-severity-4",
};

export const severityCell: Record<Tone, string> = {
  0: "bg-severity-0 text-on-severity-0",
  1: "bg-severity-1 text-on-severity-1",
  2: "bg-severity-2 text-on-severity-2",
  3: "bg-severity-3 text-on-severity-3",
  4: "bg-severity-4 text-on-severity-4",
};

/** By step of the maturity scale, 0..4. */
export const scaleCell: readonly string[] = [
  "bg-scale-1 text-on-scale-1",
  "bg-scale-2 text-on-scale-2",
  "bg-scale-3 text-on-scale-3",
  "bg-scale-4 text-on-scale-4",
  "bg-scale-5 text-on-scale-5",
];
