import type { Framework } from "../../framework/types";
import { groupBy } from "../../grouping/group-by";
import { steady } from "../../scoring/steady";
import type { Lock, LockedPart } from "../plan";
import { PlanError } from "../plan-error";
import { windowsIn } from "../weeks";
import { type Job, wholeWeeks } from "./schedule";
import type { Step, UnitWork } from "./unit-work";

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
 * gives way when the plan is too short for what comes after. An action that is split is a job for each part.
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
  const ownLocks = new Map(locks.filter((lock) => lock.unit === unit).map((lock) => [lock.action, lock]));
  const latest = latestStarts(steps, weeks, ownLocks);
  return steps.flatMap(({ action, state, gain, after }) => {
    const latestStart = latest.get(action.key) ?? 1;
    const lock = ownLocks.get(action.key);
    const job: Job = {
      key: jobKey(unit, action.key),
      unit,
      action,
      capability: state.capability.key,
      gain,
      after: after.filter((key) => actions.has(key)).map((key) => jobKey(unit, key)),
      release: Math.max(1, Math.min(fromWeek.get(action.window) ?? 1, latestStart)),
      latestStart,
      lockedWeek: lock?.startWeek ?? null,
    };
    return lock?.parts ? inParts(job, lock.parts) : [job];
  });
}

/**
 * A job for each part, one after the other, over its share of the elapsed weeks. The last keeps the key, which others
 * wait for, and the gain.
 */
function inParts(job: Job, parts: readonly LockedPart[]): Job[] {
  const { personWeeks: whole, elapsedWeeks } = job.action;
  const last = parts.length - 1;
  const keyOf = (place: number) =>
    place === last ? job.key : JSON.stringify([job.unit, job.action.key, place]);
  return parts.map(({ startWeek, personWeeks }, place) => ({
    ...job,
    key: keyOf(place),
    action: { ...job.action, personWeeks, elapsedWeeks: steady((elapsedWeeks * personWeeks) / whole) },
    gain: place === last ? job.gain : 0,
    after: place === 0 ? job.after : [keyOf(place - 1)],
    lockedWeek: startWeek,
  }));
}

/** The jobs of each action, by unit and action: its parts in their order, or one. */
export function jobsByAction(jobs: readonly Job[]): ReadonlyMap<string, readonly Job[]> {
  return groupBy(jobs, ({ unit, action }) => jobKey(unit, action.key));
}

/** The last week in which each can begin, when all that follows takes no more than its elapsed weeks. */
function latestStarts(
  steps: readonly Step[],
  weeks: number,
  locks: ReadonlyMap<string, Lock>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { action } of lastFirst(steps)) {
    const next = steps.filter(({ after }) => after.includes(action.key));
    const latestEnd = Math.min(weeks, ...next.map((step) => (found.get(step.action.key) ?? weeks) - 1));
    found.set(action.key, locks.get(action.key)?.startWeek ?? latestEnd - wholeWeeks(action) + 1);
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
