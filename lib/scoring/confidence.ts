import type { CapabilityState } from "./capability-state";
import type { Confidence } from "./result";

/**
 * Evidence rate: answered questions with a note or a link. Agreement: mean over questions with two or more levels of
 * `1 − sd / 2` (population), null when there is none.
 */
export function confidenceOf(states: readonly CapabilityState[], completeness: number): Confidence {
  let answered = 0;
  let evidenced = 0;
  let agreements = 0;
  let compared = 0;
  for (const { questions } of states) {
    for (const consensus of questions) {
      if (consensus.status !== "open") {
        answered += 1;
        if (consensus.evidenced) evidenced += 1;
      }
      if (consensus.deviation !== null) {
        compared += 1;
        agreements += 1 - consensus.deviation / 2;
      }
    }
  }
  const evidence = answered > 0 ? evidenced / answered : 0;
  const agreement = compared > 0 ? agreements / compared : null;
  return { label: labelOf(completeness, evidence, agreement), evidence, agreement };
}

function labelOf(completeness: number, evidence: number, agreement: number | null): Confidence["label"] {
  if (completeness >= 0.9 && evidence >= 0.5 && (agreement === null || agreement >= 0.75)) return "high";
  if (completeness < 0.6 || (agreement !== null && agreement < 0.5)) return "low";
  return "medium";
}
