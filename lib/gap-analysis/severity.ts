import { attainmentOf } from "../scoring/attainment";
import type { CapabilityState } from "../scoring/capability-state";
import { SEVERITIES, type Severity } from "../scoring/result";

const EPSILON = 1e-9;

/** none 0, minor < 1, moderate < 2, major < 3, critical ≥ 3; a gating capability with G ≥ 1 is one step more severe. */
export function severityOf(gap: number, gating: boolean): Severity {
  const size = gap <= EPSILON ? 0 : Math.min(4, Math.floor(gap + EPSILON) + 1);
  const step = gating && gap >= 1 - EPSILON ? 1 : 0;
  return SEVERITIES[Math.min(4, size + step)] ?? "critical";
}

/** Readiness points that closing the gap is worth: `100 × W × (1 − A) / Σ W`. */
export function gainOf(state: CapabilityState, totalWeight: number): number {
  return (100 * state.weight * (1 - attainmentOf(state.level, state.required))) / totalWeight;
}
