/**
 * `Σ w·x / Σ w` over the items that have a figure, never outside the range of the figures.
 * Null when nothing carries weight: an empty mean is unknown, not zero.
 */
export function weightedMean<T>(
  items: readonly T[],
  figureOf: (item: T) => number | null,
  weightOf: (item: T) => number,
): number | null {
  let sum = 0;
  let weights = 0;
  let least = Infinity;
  let most = -Infinity;
  for (const item of items) {
    const figure = figureOf(item);
    if (figure === null) continue;
    const weight = weightOf(item);
    sum += weight * figure;
    weights += weight;
    if (figure < least) least = figure;
    if (figure > most) most = figure;
  }
  return weights > 0 ? Math.min(most, Math.max(least, sum / weights)) : null;
}
