import type { CapabilityState } from "../scoring/capability-state";
import type { CheckResult } from "../scoring/result";

/** Gating capabilities with a question that was marked not applicable: what blocks scaling rarely does not apply. */
export function notApplicableGating(states: readonly CapabilityState[]): CheckResult[] {
  const found: CheckResult[] = [];
  for (const { capability, questions } of states) {
    if (!capability.gating) continue;
    const keys = questions
      .filter(({ status }) => status === "notApplicable")
      .map(({ question }) => question.key);
    if (keys.length === 0) continue;
    const part = keys.length === questions.length ? "is" : "is in part";
    const text = `${capability.title} is gating, yet it ${part} marked not applicable. Check that scaling does not depend on it.`;
    found.push({ key: "notApplicableGating", capability: capability.key, questions: keys, text });
  }
  return found;
}
