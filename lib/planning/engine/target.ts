import { OUTCOMES, type Outcome } from "../../scoring/result";
import type { TargetVerdict } from "../plan";

/** Whether a verdict is the one asked for or better; without one, ready is. */
export function reachesTarget(verdict: Outcome, target: TargetVerdict | null): boolean {
  return OUTCOMES.indexOf(verdict) >= OUTCOMES.indexOf(target ?? "ready");
}
