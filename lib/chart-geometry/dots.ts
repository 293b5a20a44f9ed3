import { type Tick, ticksAlong } from "./bars";
import { type Domain, type Extent, extent, HUNDRED, place } from "./scale";

export type DotsValue = {
  dots: readonly number[];
  median?: number | null;
  /** Lower and upper quartile, or another band drawn behind the dots. */
  band?: readonly [number, number] | null;
  /** Whisker: what the value could still be. */
  range?: readonly [number, number] | null;
};

export type DotGeometry = {
  /** Index into the dots of the row. */
  index: number;
  x: number;
  /** 0 on the line; 1, −1, 2, … above and below it, where dots would cover each other. */
  lane: number;
};

export type DotsGeometry = {
  dots: DotGeometry[];
  median: number | null;
  band: Extent | null;
  range: Extent | null;
};

/** Lanes by distance from the line: 0, 1, −1, 2, −2. Beyond the last, dots overlap. */
const LANES = [0, 1, -1, 2, -2];

function dodge(values: readonly number[], domain: Domain, width: number, separation: number): DotGeometry[] {
  const lastInLane = new Map<number, number>();
  const placed = values
    .map((value, index) => ({ index, x: place(value, domain, width) }))
    .sort((a, b) => a.x - b.x || a.index - b.index)
    .map(({ index, x }) => {
      const free = LANES.find((lane) => x - (lastInLane.get(lane) ?? Number.NEGATIVE_INFINITY) >= separation);
      const lane = free ?? 0;
      lastInLane.set(lane, x);
      return { index, x, lane };
    });
  return placed.sort((a, b) => a.index - b.index);
}

/** Dots on a line a row; two closer than `separation` (unit of `width`) go to different lanes. */
export function dotsGeometry({
  rows,
  domain = HUNDRED,
  width,
  separation,
}: {
  rows: readonly DotsValue[];
  domain?: Domain;
  width: number;
  separation: number;
}): { ticks: Tick[]; rows: DotsGeometry[] } {
  return {
    ticks: ticksAlong(domain, width),
    rows: rows.map(({ dots, median = null, band = null, range = null }) => ({
      dots: dodge(dots, domain, width, separation),
      median: median === null ? null : place(median, domain, width),
      band: band && extent(band[0], band[1], domain, width),
      range: range && extent(range[0], range[1], domain, width),
    })),
  };
}
