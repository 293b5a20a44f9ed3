import { NO_FIGURE } from "./number";

const change = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: "exceptZero",
});

/** Points up or down, with a true minus sign: `+3.2`, `−1.0`, `0.0`. */
export function formatChange(points: number | null): string {
  return points === null ? NO_FIGURE : change.format(points).replace("-", "−");
}
