import { type VerdictChange, verdictChange } from "@/lib/evaluation/verdict-change";
import { askedFramework } from "@/lib/framework/depth";
import { capabilityTitle, type Lookup, lookUp } from "@/lib/framework/lookup";
import type { Framework } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";
import { type CapabilityState, capabilityStates } from "@/lib/scoring/capability-state";
import type { Result } from "@/lib/scoring/result";
import type { ResultBrief } from "@/lib/scoring/result-summary";

/** Everything the sections of a results page look things up in. */
export type ResultsView = Lookup & {
  assessment: Assessment;
  result: Result;
  previous: ResultBrief | null;
  /** The framework as the assessment's depth sees it. */
  asked: Framework;
  states: readonly CapabilityState[];
  change: VerdictChange | null;
  titleOf: (capability: string) => string;
};

export function resultsView(
  framework: Framework,
  assessment: Assessment,
  result: Result,
  previous: ResultBrief | null,
): ResultsView {
  const asked = askedFramework(framework, assessment.depth);
  const states = capabilityStates(asked, assessment);
  const lookup = lookUp(asked);
  return {
    ...lookup,
    assessment,
    result,
    previous,
    asked,
    states,
    change: verdictChange(states, result),
    titleOf: (key) => capabilityTitle(lookup, key),
  };
}
