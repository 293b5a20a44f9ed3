import type { CapabilityState } from "./capability-state";

export type Completeness = {
  asked: number;
  /** Questions answered with a level or as not applicable. */
  answered: number;
  /** answered / asked, 0..1 */
  share: number;
};

export function completenessOf(states: readonly CapabilityState[]): Completeness {
  let asked = 0;
  let answered = 0;
  for (const { questions } of states) {
    asked += questions.length;
    for (const { status } of questions) if (status !== "open") answered += 1;
  }
  return { asked, answered, share: asked > 0 ? answered / asked : 0 };
}
