import { gainOf } from "../gap-analysis/severity";
import { readinessOf, totalWeight } from "../scoring/attainment";
import type { CapabilityState } from "../scoring/capability-state";
import { gapOf } from "../scoring/gap";
import type { Outcome, Result, VerdictReason } from "../scoring/result";
import { asAnswered } from "../scoring/score";
import { steady } from "../scoring/steady";
import { requirementOf } from "../scoring/verdict-rules";

export type VerdictChange = {
  /** The next better outcome. */
  outcome: Outcome;
  /** Keys of the fewest capabilities that must reach their required level for it, the decisive ones first. */
  close: readonly string[];
  /** What stands in the way besides, and no capability can change: conditions, warning signs, open answers. */
  also: readonly VerdictReason[];
};

/** What the next better outcome asks for. */
const NEXT = {
  insufficientEvidence: null,
  notReady: { outcome: "readyWithConditions", ...requirementOf("readyWithConditions") },
  readyWithConditions: { outcome: "ready", ...requirementOf("ready") },
  ready: null,
} as const;

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
  const total = totalWeight(states);
  const gaps = states
    .filter((state) => state.status !== "excluded" && gapOf(state) > 0)
    .map((state) => ({
      key: state.capability.key,
      decisive: state.capability.gating && steady(gapOf(state)) >= next.gatingGap,
      gain: gainOf(state, total),
    }))
    .sort((a, b) => Number(b.decisive) - Number(a.decisive) || steady(b.gain) - steady(a.gain));
  const close: string[] = [];
  let reached = readiness;
  for (const { key, decisive, gain } of gaps) {
    if (!decisive && steady(reached) >= next.readiness) break;
    close.push(key);
    reached += gain;
  }
  const also = verdict.reasons.filter(({ rule }) => rule !== "readiness" && rule !== "gatingGap");
  return { outcome: next.outcome, close, also };
}
