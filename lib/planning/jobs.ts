import type { Framework } from "../framework/types";
import type { Lock } from "./plan";
import { PlanError } from "./plan-error";
import { type Job, wholeWeeks } from "./schedule";
import type { Step, UnitWork } from "./unit-work";
import { windowsIn } from "./weeks";

export type UnitRoute = {
  work: UnitWork;
  /** Keys of the actions that the unit is to do, with all that comes before them. */
  actions: ReadonlySet<string>;
  /** Keys of those that it would do, had others not been dropped. */
  withheld: ReadonlySet<string>;
};

export function jobKey(unit: string, action: string): string {
  return JSON.stringify([unit, action]);
}

/**
 * The jobs of one unit, each within the weeks that its window and what hangs on it leave. The window says how early; it
 * gives way when the plan is too short for what comes after.
 * @throws PlanError when actions depend on each other in a circle
 */
export function jobsOf(
  framework: Framework,
  { work, actions }: UnitRoute,
  weeks: number,
  locks: readonly Lock[],
): Job[] {
  const unit = work.assessment.unit.name;
  const steps = [...work.steps.values()].filter(({ action }) => actions.has(action.key));
  const fromWeek = new Map(windowsIn(framework, weeks).map((window) => [window.key, window.fromWeek]));
  const lockedWeek = new Map(
    locks.filter((lock) => lock.unit === unit).map((lock) => [lock.action, lock.startWeek]),
  );
  const latest = latestStarts(steps, weeks, lockedWeek);
  return steps.map(({ action, state, gain, after }) => {
    const latestStart = latest.get(action.key) ?? 1;
    return {
      key: jobKey(unit, action.key),
      unit,
      action,
      capability: state.capability.key,
      gain,
      after: after.filter((key) => actions.has(key)).map((key) => jobKey(unit, key)),
      release: Math.max(1, Math.min(fromWeek.get(action.window) ?? 1, latestStart)),
      latestStart,
      lockedWeek: lockedWeek.get(action.key) ?? null,
    };
  });
}

/** The last week in which each can begin, when all that follows takes no more than its elapsed weeks. */
function latestStarts(
  steps: readonly Step[],
  weeks: number,
  lockedWeek: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { action } of lastFirst(steps)) {
    const next = steps.filter(({ after }) => after.includes(action.key));
    const latestEnd = Math.min(weeks, ...next.map((step) => (found.get(step.action.key) ?? weeks) - 1));
    found.set(action.key, lockedWeek.get(action.key) ?? latestEnd - wholeWeeks(action) + 1);
  }
  return found;
}

/** Each after all that depend on it. */
function lastFirst(steps: readonly Step[]): Step[] {
  const order: Step[] = [];
  const waiting = new Map(steps.map((step) => [step.action.key, step]));
  while (waiting.size > 0) {
    const needed = new Set([...waiting.values()].flatMap(({ after }) => after));
    const free = [...waiting.values()].filter(({ action }) => !needed.has(action.key));
    if (free.length === 0) throw circle(waiting);
    for (const step of free) {
      order.push(step);
      waiting.delete(step.action.key);
    }
  }
  return order;
}

function circle(waiting: ReadonlyMap<string, Step>): PlanError {
  const path: Step[] = [];
  let [step] = waiting.values();
  while (step && !path.includes(step)) {
    path.push(step);
    const next: string | undefined = step.after.find((key) => waiting.has(key));
    step = next === undefined ? undefined : waiting.get(next);
  }
  const keys = path.slice(step ? path.indexOf(step) : 0).map(({ action }) => action.key);
  return new PlanError("framework", `actions without a circle: ${[...keys, keys[0]].join(" after ")}`);
}
