import type { CapabilityState } from "./capability-state";

/** `G = max(0, R − L)`; unknown: `R − 1`. */
export function gapOf({ level, required }: Pick<CapabilityState, "level" | "required">): number {
  return level === null ? required - 1 : Math.max(0, required - level);
}
