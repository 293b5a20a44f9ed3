import { evaluate } from "../../evaluation/evaluate";
import { askedFramework } from "../../framework/depth";
import type { Action, Framework } from "../../framework/types";
import { gainOf } from "../../gap-analysis/severity";
import type { Assessment } from "../../scoring/assessment";
import { totalWeight } from "../../scoring/attainment";
import { type CapabilityState, capabilityStates } from "../../scoring/capability-state";
import type { Result } from "../../scoring/result";

/** An action that is still ahead of a unit. */
export type Step = {
  action: Action;
  state: CapabilityState;
  /** Readiness points that the level it reaches adds to the one before. */
  gain: number;
  /** Keys of the actions ahead that must end before it begins. */
  after: readonly string[];
};

export type UnitWork = {
  assessment: Assessment;
  /** Its result today. */
  now: Result;
  states: readonly CapabilityState[];
  /** In framework order, by key of the action. */
  steps: ReadonlyMap<string, Step>;
};

/**
 * Every action that a unit has not behind it. An action comes after those it names and after the level it starts
 * from; what another depth or an excluded capability leaves out holds nothing up.
 * @throws AssessmentError as `evaluate`
 */
export function workOf(framework: Framework, assessment: Assessment): UnitWork {
  const states = capabilityStates(askedFramework(framework, assessment.depth), assessment);
  const total = totalWeight(states);
  const ahead = states
    .filter(({ status }) => status !== "excluded")
    .flatMap((state) => actionsAhead(state).map((action) => ({ state, action })));
  const known = new Set(ahead.map(({ action }) => action.key));
  const steps = new Map<string, Step>();
  for (const { state, action } of ahead) {
    const below = state.capability.actions.filter(({ to }) => to === action.from).map(({ key }) => key);
    const after = [...new Set([...action.after, ...below])].filter((key) => known.has(key));
    steps.set(action.key, { action, state, after, gain: gainOfStep(state, action, total) });
  }
  return { assessment, now: evaluate(framework, assessment), states, steps };
}

function actionsAhead({ capability, level }: CapabilityState): Action[] {
  return capability.actions.filter(({ from }) => from >= Math.floor(level ?? 1));
}

/** What closing the gap is worth before the step, less what it is worth after it. */
function gainOfStep(state: CapabilityState, { from, to }: Action, total: number): number {
  const worthAt = (reached: number) =>
    gainOf({ ...state, level: Math.max(state.level ?? 1, reached) }, total);
  return worthAt(from) - worthAt(to);
}

/** The keys and all that must come before them. */
export function withWhatComesBefore(
  steps: ReadonlyMap<string, Step>,
  keys: Iterable<string>,
): ReadonlySet<string> {
  const closed = new Set(keys);
  // A set visits what is added while it is walked.
  for (const key of closed) for (const before of steps.get(key)?.after ?? []) closed.add(before);
  return closed;
}

/** The keys and all that must come after them. */
export function withWhatComesAfter(
  steps: ReadonlyMap<string, Step>,
  keys: Iterable<string>,
): ReadonlySet<string> {
  const closed = new Set(keys);
  for (const key of closed) {
    for (const step of steps.values()) if (step.after.includes(key)) closed.add(step.action.key);
  }
  return closed;
}
