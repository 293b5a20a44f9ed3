import type { CapabilityState } from "./capability-state";
import type { Confidence } from "./result";
import { steady } from "./steady";

/** Shares 0..1: high from all of these, low below one of those. */
export const CONFIDENCE_LIMITS = {
  high: { completeness: 0.9, evidence: 0.5, agreement: 0.75 },
  low: { completeness: 0.6, agreement: 0.5 },
} as const;

/**
 * Evidence rate: answered questions with a note or a link, 0 when none is answered. Agreement: mean over questions
 * with two or more levels of `1 − sd / 2` (population), null when there is none.
 * @param completeness 0..1
 */
export function confidenceOf(states: readonly CapabilityState[], completeness: number): Confidence {
  let answered = 0;
  let evidenced = 0;
  let agreements = 0;
  let compared = 0;
  for (const { questions } of states) {
    for (const consensus of questions) {
      if (consensus.status === "open") continue;
      answered += 1;
      if (consensus.evidenced) evidenced += 1;
      if (consensus.deviation === null) continue;
      compared += 1;
      agreements += 1 - consensus.deviation / 2;
    }
  }
  const evidence = answered > 0 ? evidenced / answered : 0;
  const agreement = compared > 0 ? agreements / compared : null;
  return { label: labelOf(completeness, evidence, agreement), evidence, agreement };
}

function labelOf(completeness: number, evidence: number, agreement: number | null): Confidence["label"] {
  const { high, low } = CONFIDENCE_LIMITS;
  const answered = steady(completeness);
  const agreed = agreement === null ? 1 : steady(agreement);
  const isHigh =
    answered >= high.completeness && steady(evidence) >= high.evidence && agreed >= high.agreement;
  if (isHigh) return "high";
  return answered < low.completeness || agreed < low.agreement ? "low" : "medium";
}
