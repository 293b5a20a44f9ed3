/** In the unit of the values. `spread` is the highest less the lowest. */
export type Distribution = {
  count: number;
  lowest: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  highest: number;
  spread: number;
};

/** Null when there is no value. */
export function distributionOf(values: readonly number[]): Distribution | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  return {
    count: sorted.length,
    lowest,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    highest,
    spread: highest - lowest,
  };
}

/** Linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), as QUARTILE.INC does it. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const index = Math.floor(position);
  const below = sorted[index] ?? 0;
  const above = sorted[index + 1] ?? below;
  return below + (above - below) * (position - index);
}
