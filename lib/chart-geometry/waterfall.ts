import { type Tick, ticksAlong } from "./bars";
import { type Domain, type Extent, extent, HUNDRED, place } from "./scale";

export type WaterfallStep = Extent & {
  /** Running totals before and after the step, in the unit of the values. */
  from: number;
  to: number;
  /** Where the running total after the step stands: the connector to the next row. */
  connector: number;
};

/** Steps laid end to end from `start`, in the order given; a step may be negative. Widths as in `barsGeometry`. */
export function waterfallGeometry({
  start,
  steps,
  domain = HUNDRED,
  width,
}: {
  start: number;
  steps: readonly number[];
  domain?: Domain;
  width: number;
}): { ticks: Tick[]; start: Extent; steps: WaterfallStep[]; end: Extent; total: number } {
  let total = start;
  const placed = steps.map((step): WaterfallStep => {
    const from = total;
    total += step;
    return { from, to: total, connector: place(total, domain, width), ...extent(from, total, domain, width) };
  });
  return {
    ticks: ticksAlong(domain, width),
    start: extent(domain[0], start, domain, width),
    steps: placed,
    end: extent(domain[0], total, domain, width),
    total,
  };
}
