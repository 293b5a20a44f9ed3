import { attainmentOf, readinessOf } from "../scoring/attainment";
import type { CapabilityState } from "../scoring/capability-state";
import { gapOf } from "../scoring/gap";
import type { Outcome, Result, VerdictReason } from "../scoring/result";
import { asAnswered } from "../scoring/score";

export type VerdictChange = {
  /** The next better outcome. */
  outcome: Outcome;
  /** Keys of the fewest capabilities that must reach their required level for it, the decisive ones first. */
  close: readonly string[];
  /** What stands in the way besides, and no capability can change: conditions, warning signs, open answers. */
  also: readonly VerdictReason[];
};

const NEXT: Record<Outcome, { outcome: Outcome; readiness: number; gap: number } | null> = {
  insufficientEvidence: null,
  notReady: { outcome: "readyWithConditions", readiness: 65, gap: 2 },
  readyWithConditions: { outcome: "ready", readiness: 85, gap: 1 },
  ready: null,
};

const EPSILON = 1e-9;

/**
 * The shortest list of changes that flips the verdict to the next better outcome; null when there is none, or when
 * only more answers can tell. Closing a gap adds its gain to readiness, whatever else is closed: so after the gating
 * capabilities that must close, taking the largest gains first gives the fewest.
 */
export function verdictChange(
  states: readonly CapabilityState[],
  { verdict }: Pick<Result, "verdict">,
): VerdictChange | null {
  const next = NEXT[verdict.outcome];
  const readiness = readinessOf(states, asAnswered);
  if (!next || readiness === null) return null;
  const total = states.reduce((sum, { status, weight }) => (status === "excluded" ? sum : sum + weight), 0);
  const gaps = states
    .filter((state) => state.status !== "excluded" && gapOf(state) > EPSILON)
    .map((state) => ({
      key: state.capability.key,
      decisive: state.capability.gating && gapOf(state) >= next.gap - EPSILON,
      gain: (100 * state.weight * (1 - attainmentOf(state.level, state.required))) / total,
    }))
    .sort((a, b) => Number(b.decisive) - Number(a.decisive) || b.gain - a.gain);
  const close: string[] = [];
  let reached = readiness;
  for (const { key, decisive, gain } of gaps) {
    if (!decisive && reached >= next.readiness - EPSILON) break;
    close.push(key);
    reached += gain;
  }
  const also = verdict.reasons.filter(({ rule }) => rule !== "readiness" && rule !== "gatingGap");
  return { outcome: next.outcome, close, also };
}
