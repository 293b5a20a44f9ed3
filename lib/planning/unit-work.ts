import { askedFramework } from "../framework/depth";
import type { Action, Framework } from "../framework/types";
import type { Assessment } from "../scoring/assessment";
import { attainmentOf, totalWeight } from "../scoring/attainment";
import { type CapabilityState, capabilityStates } from "../scoring/capability-state";

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
  states: readonly CapabilityState[];
  /** In framework order, by key of the action. */
  steps: ReadonlyMap<string, Step>;
};

/**
 * Every action that a unit has not behind it. An action comes after those it names and after the level it starts
 * from; what another depth or an excluded capability leaves out holds nothing up.
 * @throws AssessmentError as `capabilityStates`
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
  return { assessment, states, steps };
}

function actionsAhead({ capability, level }: CapabilityState): Action[] {
  return capability.actions.filter(({ from }) => from >= Math.floor(level ?? 1));
}

function gainOfStep(
  { level, required, weight }: CapabilityState,
  { from, to }: Action,
  total: number,
): number {
  const before = attainmentOf(Math.max(level ?? 1, from), required);
  const after = attainmentOf(Math.max(level ?? 1, to), required);
  return (100 * weight * (after - before)) / total;
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
