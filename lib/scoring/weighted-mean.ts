/** Null when nothing carries weight: an empty mean is unknown, not zero. */
export function weightedMean<T>(
  items: readonly T[],
  figureOf: (item: T) => number | null,
  weightOf: (item: T) => number,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const item of items) {
    const value = figureOf(item);
    if (value === null) continue;
    const weight = weightOf(item);
    sum += weight * value;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}
