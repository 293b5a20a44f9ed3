import { questionKeys } from "../framework/keys";
import type { Framework } from "../framework/types";
import type { CapabilityState } from "../scoring/capability-state";
import type { CheckResult } from "../scoring/result";
import { steady } from "../scoring/steady";

/**
 * The framework's pairs of answers that cannot both be true. A question without a level contradicts nothing.
 * @param asked the framework that the states were made from
 */
export function contradictions(asked: Framework, states: readonly CapabilityState[]): CheckResult[] {
  const places = questionKeys(asked);
  const levels: (number | null)[] = [];
  for (const { questions } of states) for (const { level } of questions) levels.push(level);
  const found: CheckResult[] = [];
  for (const { key, text, when } of asked.checks) {
    const holds = when.every(({ question, atLeast = 1, atMost = 5 }) => {
      const level = levels[places.get(question) ?? -1] ?? null;
      return level !== null && steady(level) >= atLeast && steady(level) <= atMost;
    });
    if (holds) found.push({ key, questions: when.map(({ question }) => question), text });
  }
  return found;
}
