import { type VerdictChange, verdictChange } from "@/lib/evaluation/verdict-change";
import { askedFramework } from "@/lib/framework/depth";
import type { Action, Framework, Question, Risk } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";
import { type CapabilityState, capabilityStates } from "@/lib/scoring/capability-state";
import type { Result } from "@/lib/scoring/result";

/** Everything the sections of a results page look things up in. */
export type ResultsView = {
  assessment: Assessment;
  result: Result;
  previous: Result | null;
  /** The framework as the assessment's depth sees it. */
  asked: Framework;
  states: readonly CapabilityState[];
  change: VerdictChange | null;
  risks: ReadonlyMap<string, Risk>;
  actions: ReadonlyMap<string, Action>;
  questions: ReadonlyMap<string, Question>;
  roles: ReadonlyMap<string, string>;
  windows: ReadonlyMap<string, string>;
  titleOf: (capability: string) => string;
};

export function resultsView(
  framework: Framework,
  assessment: Assessment,
  result: Result,
  previous: Result | null,
): ResultsView {
  const asked = askedFramework(framework, assessment.depth);
  const states = capabilityStates(asked, assessment);
  const capabilities = asked.areas.flatMap((area) => area.capabilities);
  const titles = new Map(capabilities.map(({ key, title }) => [key, title]));
  return {
    assessment,
    result,
    previous,
    asked,
    states,
    change: verdictChange(states, result),
    risks: new Map(asked.risks.map((risk) => [risk.key, risk])),
    actions: new Map(capabilities.flatMap(({ actions }) => actions.map((action) => [action.key, action]))),
    questions: new Map(
      capabilities.flatMap(({ questions }) => questions.map((question) => [question.key, question])),
    ),
    roles: new Map(asked.roles.map(({ key, title }) => [key, title])),
    windows: new Map(asked.windows.map(({ key, fromWeek, toWeek }) => [key, `Weeks ${fromWeek}–${toWeek}`])),
    titleOf: (key) => titles.get(key) ?? key,
  };
}
