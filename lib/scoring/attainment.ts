import type { CapabilityState } from "./capability-state";
import type { Pick } from "./score";
import { weightedMean } from "./weighted-mean";

/** `A = clamp((L − 1) / (R − 1), 0, 1)`; an unknown level counts 0. */
export function attainmentOf(level: number | null, required: number): number {
  if (level === null) return 0;
  return Math.min(1, Math.max(0, (level - 1) / (required - 1)));
}

/** `100 × Σ W·A / Σ W` over the states that are not excluded; null when all are. */
export function readinessOf(states: readonly CapabilityState[], pick: Pick): number | null {
  return weightedMean(
    states,
    (state) => (state.status === "excluded" ? null : 100 * attainmentOf(pick(state), state.required)),
    ({ weight }) => weight,
  );
}

/** Σ W of the capabilities that are not excluded. */
export function totalWeight(states: readonly CapabilityState[]): number {
  let total = 0;
  for (const { status, weight } of states) if (status !== "excluded") total += weight;
  return total;
}
