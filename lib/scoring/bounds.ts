export type Bounds = { value: number | null; low: number | null; high: number | null };

/** Figure with its bounds, the value never outside them for want of a last digit. */
export function bounded(value: number | null, low: number | null, high: number | null): Bounds {
  if (value === null || low === null || high === null) return { value, low, high };
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}
