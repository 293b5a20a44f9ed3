import { lookUp } from "../framework/lookup";
import type { Framework } from "../framework/types";
import type { PlanRequest } from "./plan";
import { PlanError } from "./plan-error";
import { inWeek, type RoleWeeks, roundedUp } from "./role-weeks";
import { type Job, placementFrom, type Schedule } from "./schedule";

/**
 * What no order of the other actions can mend.
 * @throws PlanError on a lock that leaves the plan, or what comes before it, no room, or takes more people than there are
 */
export function rejectImpossibleLocks(
  framework: Framework,
  { locked, weeks }: PlanRequest,
  jobs: readonly Job[],
  capacity: RoleWeeks,
) {
  const byKey = new Map(jobs.map((job) => [job.key, job]));
  const used = new Map<string, number>();
  for (const [index, { unit, action, startWeek }] of locked.entries()) {
    const path = `locked[${index}].startWeek`;
    const job = jobs.find((one) => one.unit === unit && one.action.key === action);
    if (!job)
      throw new PlanError(
        `locked[${index}].action`,
        "an action that is ahead of the unit and hangs on none that was dropped",
      );
    const { endWeek } = placementFrom(job, startWeek);
    if (endWeek > weeks) {
      const last = weeks - (endWeek - startWeek);
      throw new PlanError(path, `a week from 1 to ${last}, so that it ends within the plan`);
    }
    const earliest = earliestAfter(job, byKey);
    if (startWeek < earliest)
      throw new PlanError(path, `week ${earliest} or later, after what it depends on`);
    const { role, personWeeks } = job.action;
    for (let week = startWeek; week <= endWeek; week += 1) {
      const key = `${role} ${week}`;
      const needed = (used.get(key) ?? 0) + personWeeks / (endWeek - startWeek + 1);
      used.set(key, needed);
      if (needed > inWeek(capacity, role, week) + 1e-9)
        throw tooFew(framework, path, role, week, needed, capacity);
    }
  }
}

function tooFew(
  framework: Framework,
  path: string,
  role: string,
  week: number,
  needed: number,
  capacity: RoleWeeks,
): PlanError {
  const title = lookUp(framework).roles.get(role) ?? role;
  const there = inWeek(capacity, role, week);
  return new PlanError(
    path,
    `a week in which the locked actions find enough people: in week ${week} they take ${roundedUp(needed)} of ${there} (${title})`,
  );
}

/** The week after the chain before it, from locks on the way or from week 1, could end at the soonest. */
function earliestAfter(job: Job, byKey: ReadonlyMap<string, Job>): number {
  return 1 + Math.max(0, ...job.after.map((key) => soonestEnd(byKey.get(key), byKey)));
}

function soonestEnd(job: Job | undefined, byKey: ReadonlyMap<string, Job>): number {
  if (!job) return 0;
  return placementFrom(job, job.lockedWeek ?? earliestAfter(job, byKey)).endWeek;
}

/** @throws PlanError on a lock before which the people or the budget leave no room for what comes first */
export function rejectUnmetLocks({ locked }: PlanRequest, jobs: readonly Job[], { placements }: Schedule) {
  const byKey = new Map(jobs.map((job) => [job.key, job]));
  for (const [index, { unit, action, startWeek }] of locked.entries()) {
    const job = jobs.find((one) => one.unit === unit && one.action.key === action);
    const missing = job?.after.find(
      (key) => (placements.get(key)?.endWeek ?? Number.POSITIVE_INFINITY) >= startWeek,
    );
    if (missing === undefined) continue;
    const title = byKey.get(missing)?.action.title;
    throw new PlanError(
      `locked[${index}].startWeek`,
      `a later week, or more people or budget for what comes before: ${title}`,
    );
  }
}
