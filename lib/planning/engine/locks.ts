import { formatCount, formatLevel } from "../../format/number";
import type { Lookup } from "../../framework/lookup";
import { steady } from "../../scoring/steady";
import type { Lock, PlanRequest } from "../plan";
import { PlanError } from "../plan-error";
import { lengthOf, type Weeks } from "../weeks";
import { jobKey, jobsByAction } from "./jobs";
import type { RoleWeeks } from "./role-weeks";
import { type Job, lockedPlacements, placementFrom, type Schedule } from "./schedule";

/**
 * What no order of the other actions can mend.
 * @throws PlanError on a lock that leaves the plan, or what comes before it, no room, or takes more people than there
 * are; on parts that do not add up to the action's work or run into each other
 */
export function rejectImpossibleLocks(
  lookup: Lookup,
  { locked, weeks }: PlanRequest,
  jobs: readonly Job[],
  capacity: RoleWeeks,
) {
  const byKey = new Map(jobs.map((job) => [job.key, job]));
  const byAction = jobsByAction(jobs);
  const held = lockedPlacements(jobs, { weeks, capacity });
  for (const [index, lock] of locked.entries()) {
    const own = byAction.get(jobKey(lock.unit, lock.action));
    if (!own)
      throw new PlanError(
        `locked[${index}].action`,
        "an action that is ahead of the unit and hangs on none that was dropped",
      );
    rejectStrayWork(lookup, lock, `locked[${index}].parts`);
    for (const [place, job] of own.entries()) {
      const startWeek = job.lockedWeek ?? lock.startWeek;
      const path = placeOf(lock, index, place);
      const shortest = placementFrom(job, startWeek);
      if (shortest.endWeek > weeks) {
        const last = weeks - lengthOf(shortest) + 1;
        throw new PlanError(path, `a week from 1 to ${last}, so that it ends within the plan`);
      }
      const earliest = earliestAfter(job, byKey, held);
      if (startWeek < earliest)
        throw new PlanError(
          path,
          `week ${earliest} or later, after ${place === 0 ? "what it depends on" : "the part before it"}`,
        );
      if (!held.get(job.key)) {
        const role = lookup.roles.get(job.action.role) ?? job.action.role;
        throw new PlanError(
          path,
          `a week from which the other locked actions leave it enough people (${role}), or more of them`,
        );
      }
    }
  }
}

function placeOf({ parts }: Lock, index: number, part: number): string {
  return `locked[${index}]${parts ? `.parts[${part}]` : ""}.startWeek`;
}

function rejectStrayWork(lookup: Lookup, { action, parts }: Lock, path: string) {
  const whole = lookup.actions.get(action)?.personWeeks;
  if (!parts || whole === undefined) return;
  const missing = steady(whole - parts.reduce((sum, { personWeeks }) => sum + personWeeks, 0));
  if (missing === 0) return;
  throw new PlanError(
    path,
    `parts that add up to its ${formatCount(whole, "person-week")}: ${formatLevel(Math.abs(missing))} ${missing > 0 ? "more" : "less"}`,
  );
}

type Held = ReadonlyMap<string, Weeks | null>;

/** The week after the chain before it, from locks on the way or from week 1, could end at the soonest. */
function earliestAfter(job: Job, byKey: ReadonlyMap<string, Job>, held: Held): number {
  return 1 + Math.max(0, ...job.after.map((key) => soonestEnd(byKey.get(key), byKey, held)));
}

function soonestEnd(job: Job | undefined, byKey: ReadonlyMap<string, Job>, held: Held): number {
  if (!job) return 0;
  const start = job.lockedWeek ?? earliestAfter(job, byKey, held);
  return (held.get(job.key) ?? placementFrom(job, start)).endWeek;
}

/** @throws PlanError on a lock before which the people or the budget leave no room for what comes first */
export function rejectUnmetLocks({ locked }: PlanRequest, jobs: readonly Job[], { placements }: Schedule) {
  const byKey = new Map(jobs.map((job) => [job.key, job]));
  const byAction = jobsByAction(jobs);
  for (const [index, lock] of locked.entries()) {
    const { unit, action, startWeek } = lock;
    const [job] = byAction.get(jobKey(unit, action)) ?? [];
    const missing = job?.after.find(
      (key) => (placements.get(key)?.endWeek ?? Number.POSITIVE_INFINITY) >= startWeek,
    );
    if (missing === undefined) continue;
    const title = byKey.get(missing)?.action.title;
    throw new PlanError(
      placeOf(lock, index, 0),
      `a later week, or more people or budget for what comes before: ${title}`,
    );
  }
}
