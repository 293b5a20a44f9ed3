import { attainmentOf } from "../scoring/attainment";
import type { CapabilityState } from "../scoring/capability-state";
import { SEVERITIES, type Severity } from "../scoring/result";
import { steady } from "../scoring/steady";

/** none 0, minor < 1, moderate < 2, major < 3, critical ≥ 3; a gating capability with G ≥ 1 is one step more severe. */
export function severityOf(gap: number, gating: boolean): Severity {
  const levels = steady(gap);
  const size = levels <= 0 ? 0 : Math.floor(levels) + 1;
  const step = gating && levels >= 1 ? 1 : 0;
  return SEVERITIES[Math.min(4, size + step)] ?? "critical";
}

/** Readiness points that closing the gap is worth: `100 × W × (1 − A) / Σ W`. */
export function gainOf(state: CapabilityState, totalWeight: number): number {
  return (100 * state.weight * (1 - attainmentOf(state.level, state.required))) / totalWeight;
}
