import type { Framework } from "../framework/types";
import type { Assessment } from "../scoring/assessment";
import type { CapabilityState } from "../scoring/capability-state";
import type { CheckResult } from "../scoring/result";
import type { AreaStates } from "../scoring/score";
import { contradictions } from "./contradictions";
import { highWithoutEvidence } from "./high-without-evidence";
import { jumpsWithoutNote } from "./jump-without-note";
import { notApplicableGating } from "./not-applicable-gating";
import { straightLining } from "./straight-lining";

/**
 * What asks for a second look. It warns and changes no figure.
 * @param asked the framework that the states, by area and all together, were made from
 * @param previous the unit's last assessment; without it no level can have jumped
 */
export function checkAnswers(
  asked: Framework,
  areas: readonly AreaStates[],
  states: readonly CapabilityState[],
  { respondents }: Assessment,
  previous?: Assessment,
): CheckResult[] {
  return [
    ...contradictions(asked, states),
    ...straightLining(areas, respondents),
    ...highWithoutEvidence(areas),
    ...notApplicableGating(states),
    ...(previous ? jumpsWithoutNote(states, respondents, previous.respondents) : []),
  ];
}
