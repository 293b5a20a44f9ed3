import type { CapabilityState } from "./capability-state";

/** Questions answered with a level or as not applicable, of all asked: 0..1. */
export function completenessOf(states: readonly CapabilityState[]): number {
  let asked = 0;
  let answered = 0;
  for (const { questions } of states) {
    asked += questions.length;
    for (const { status } of questions) if (status !== "open") answered += 1;
  }
  return asked > 0 ? answered / asked : 0;
}
