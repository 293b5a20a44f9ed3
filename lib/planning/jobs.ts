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
    const { latestStart, deadline } = latest.get(action.key) ?? { latestStart: 1, deadline: weeks };
    return {
      key: jobKey(unit, action.key),
      unit,
      action,
      capability: state.capability.key,
      gain,
      after: after.filter((key) => actions.has(key)).map((key) => jobKey(unit, key)),
      release: Math.max(1, Math.min(fromWeek.get(action.window) ?? 1, latestStart)),
      deadline,
      latestStart,
      lockedWeek: lockedWeek.get(action.key) ?? null,
    };
  });
}

type Latest = {
  /** The last week in which it can begin, when all that follows takes no more than its elapsed weeks. */
  latestStart: number;
  /** The last week in which it can end: before the first locked action after it, or with the plan. */
  deadline: number;
};

function latestStarts(
  steps: readonly Step[],
  weeks: number,
  lockedWeek: ReadonlyMap<string, number>,
): ReadonlyMap<string, Latest> {
  const found = new Map<string, Latest>();
  for (const step of lastFirst(steps)) {
    const { key } = step.action;
    let latestEnd = weeks;
    let deadline = weeks;
    for (const { action, after } of steps) {
      if (!after.includes(key)) continue;
      const next = found.get(action.key);
      if (!next) continue;
      latestEnd = Math.min(latestEnd, next.latestStart - 1);
      const held =
        lockedWeek.get(action.key) ?? (next.deadline < weeks ? next.deadline - wholeWeeks(action) + 1 : null);
      if (held !== null) deadline = Math.min(deadline, held - 1);
    }
    const latestStart = lockedWeek.get(key) ?? latestEnd - wholeWeeks(step.action) + 1;
    found.set(key, { latestStart, deadline });
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
