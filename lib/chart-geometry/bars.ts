import { type Domain, type Extent, extent, HUNDRED, place, ticks } from "./scale";

export type BarValue = {
  /** Null: not known. */
  value: number | null;
  target?: number | null;
  low?: number | null;
  high?: number | null;
};

export type BarGeometry = {
  /** From the low end of the axis to the value. */
  bar: Extent | null;
  target: number | null;
  /** What is missing between value and target; null when nothing is. */
  shortfall: Extent | null;
  /** From low to high, where both are known and differ. */
  whisker: Extent | null;
};

export type Tick = { value: number; x: number };

export function ticksAlong(domain: Domain, width: number, count = 4): Tick[] {
  return ticks(domain, count).map((value) => ({ value, x: place(value, domain, width) }));
}

/**
 * Horizontal bars from the low end of the axis. `x` and `width` are in the unit of `width`: 100 gives percent.
 * The caller stacks the rows, since only it knows how tall a wrapped label is.
 */
export function barsGeometry({
  rows,
  domain = HUNDRED,
  width,
}: {
  rows: readonly BarValue[];
  domain?: Domain;
  width: number;
}): { ticks: Tick[]; bars: BarGeometry[] } {
  const bars = rows.map(({ value, target = null, low = null, high = null }): BarGeometry => {
    const missing = target !== null && value !== null && value < target;
    return {
      bar: value === null ? null : extent(domain[0], value, domain, width),
      target: target === null ? null : place(target, domain, width),
      shortfall: missing ? extent(value, target, domain, width) : null,
      whisker: low !== null && high !== null && low !== high ? extent(low, high, domain, width) : null,
    };
  });
  return { ticks: ticksAlong(domain, width), bars };
}
