import { formatLevel, formatPercent, formatScore, NO_FIGURE } from "@/lib/format/number";

/** How the numbers of a chart are written: `58.3`, `3.67` or `97%`. */
export type ValueFormat = "score" | "level" | "percent";

const formats: Record<ValueFormat, (value: number | null) => string> = {
  score: formatScore,
  level: formatLevel,
  percent: formatPercent,
};

export function formatValue(value: number | null | undefined, format: ValueFormat = "score"): string {
  return value === undefined ? NO_FIGURE : formats[format](value);
}

/** `+8.4`, `−2.0`. */
export function formatChange(value: number, format: ValueFormat = "score"): string {
  return `${value < 0 ? "−" : "+"}${formatValue(Math.abs(value), format)}`;
}

/** A value on an axis, without decimals that say nothing. */
export function formatTick(value: number, format: ValueFormat = "score"): string {
  return format === "percent" ? formatValue(value, format) : String(value);
}
