import type { ContradictionCheck } from "../framework/types";
import type { CapabilityState } from "../scoring/capability-state";
import type { CheckResult } from "../scoring/result";
import { steady } from "../scoring/steady";

/** The framework's pairs of answers that cannot both be true. A question without a level contradicts nothing. */
export function contradictions(
  checks: readonly ContradictionCheck[],
  states: readonly CapabilityState[],
): CheckResult[] {
  const levels = new Map<string, number>();
  for (const { questions } of states) {
    for (const { question, level } of questions) if (level !== null) levels.set(question.key, steady(level));
  }
  return checks
    .filter(({ when }) =>
      when.every(({ question, atLeast = 1, atMost = 5 }) => {
        const level = levels.get(question);
        return level !== undefined && level >= atLeast && level <= atMost;
      }),
    )
    .map(({ key, text, when }) => ({ key, questions: when.map(({ question }) => question), text }));
}
