import type { Area } from "../framework/types";
import type { CapabilityState } from "./capability-state";
import { weightedMean } from "./weighted-mean";

/** Which level of a state a figure is computed from. */
export type Pick = (state: CapabilityState) => number | null;

export const asAnswered: Pick = (state) => state.level;
export const atLeast: Pick = (state) => state.low;
export const atMost: Pick = (state) => state.high;

/** `S = (L − 1) / 4 × 100` */
export function scoreOfLevel(level: number): number {
  return ((level - 1) / 4) * 100;
}

/** Weighted mean of the capabilities that have a level; null when none has. */
export function meanScore(
  states: readonly CapabilityState[],
  pick: Pick,
  weightOf: (state: CapabilityState) => number = ({ capability }) => capability.weight,
): number | null {
  return weightedMean(
    states,
    (state) => {
      const level = pick(state);
      return level === null ? null : scoreOfLevel(level);
    },
    weightOf,
  );
}

export type AreaStates = { area: Area; states: readonly CapabilityState[] };

/** Weighted mean of the areas that have a score; null when none has. */
export function overallScore(areas: readonly AreaStates[], pick: Pick): number | null {
  return weightedMean(
    areas,
    ({ states }) => meanScore(states, pick),
    ({ area }) => area.weight,
  );
}
