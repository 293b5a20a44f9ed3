import { type Lookup, lookUp } from "../../framework/lookup";
import type { Framework } from "../../framework/types";
import { OUTCOMES } from "../../scoring/result";
import type { Plan, PlanItem, PlanRequest } from "../plan";
import { PlanError } from "../plan-error";
import type { Part } from "../weeks";
import { adviseApproach } from "./approach";
import { approachFacts } from "./approach-facts";
import { bestSchedule } from "./best-schedule";
import { budgetForWork, costOf } from "./cost";
import { criticalJobs } from "./critical-jobs";
import type { Solve } from "./integer-program";
import { jobKey, jobsByAction, jobsOf } from "./jobs";
import { loadOf } from "./load";
import { rejectImpossibleLocks, rejectUnmetLocks } from "./locks";
import { milestonesOf } from "./milestones";
import { planUnit } from "./planned-unit";
import { capacityOf, type RoleWeeks } from "./role-weeks";
import { routesOf } from "./routes";
import type { Job, Schedule } from "./schedule";
import { type UnitWork, workOf } from "./unit-work";
import { unplacedOf } from "./unplaced";

/**
 * The plan of one or more units: see docs/planning.md. Pure; the same request gives the same plan.
 * @throws PlanError with the path of what cannot hold and what to change; AssessmentError as `evaluate`
 */
export function makePlan(framework: Framework, asked: PlanRequest, solve: Solve): Plan {
  const request = { ...asked, budget: budgetForWork(asked.budget) };
  const { weeks, budget, locked } = request;
  const works = request.assessments.map((assessment) => workOf(framework, assessment));
  rejectTargetBelowToday(works, request);
  const capacity = capacityOf(request.capacity, weeks);
  rejectZeroCapacity(capacity);

  const approach = adviseApproach(approachFacts(works, request.approach));
  const routes = routesOf(works, request, capacity, solve);
  const ofUnits = routes.map((route) => jobsOf(framework, route, weeks, locked));
  const jobs = ofUnits.flat();
  const lookup = lookUp(framework);
  rejectImpossibleLocks(lookup, request, jobs, capacity);
  const schedule = bestSchedule(ofUnits, approach.recommended, { weeks, capacity, budget });
  rejectUnmetLocks(request, jobs, schedule);

  const items = itemsOf(lookup, jobs, schedule, request.assigned);
  const units = works.map((work) => {
    const own = items.filter(({ unit }) => unit === work.assessment.unit.name).map(({ action }) => action);
    return planUnit(framework, work, own, request.targetVerdict);
  });
  return {
    approach,
    items,
    unplaced: unplacedOf(lookup, request, routes, jobs, schedule),
    milestones: milestonesOf(framework, lookup, weeks, items, units),
    load: loadOf(framework, weeks, capacity, items),
    cost: costOf(framework, weeks, items, asked.budget),
    units,
  };
}

/** @throws PlanError when every unit is beyond the target verdict */
function rejectTargetBelowToday(works: readonly UnitWork[], { targetVerdict }: PlanRequest) {
  if (!targetVerdict) return;
  const wanted = OUTCOMES.indexOf(targetVerdict);
  const today = works.map(({ now }) => now.verdict.outcome);
  const [outcome] = today;
  if (outcome && today.every((one) => OUTCOMES.indexOf(one) > wanted)) {
    throw new PlanError("targetVerdict", `no less than today: the verdict is ${outcome} already`);
  }
}

/** @throws PlanError when no role has anybody in any week */
function rejectZeroCapacity(capacity: RoleWeeks) {
  if ([...capacity.values()].some((weeks) => weeks.some((fte) => fte > 0))) return;
  throw new PlanError(
    "capacity",
    "at least one role with more than 0 fte, for nothing can be placed without people",
  );
}

function itemsOf(
  lookup: Lookup,
  jobs: readonly Job[],
  schedule: Schedule,
  assigned: PlanRequest["assigned"],
): PlanItem[] {
  const critical = criticalJobs(jobs, schedule);
  const people = new Map(assigned.map(({ unit, action, person }) => [jobKey(unit, action), person]));
  return [...jobsByAction(jobs)]
    .flatMap(([key, own]): PlanItem[] => {
      const parts = own.flatMap((job): Part[] => {
        const placement = schedule.placements.get(job.key);
        return placement ? [{ ...placement, personWeeks: job.action.personWeeks }] : [];
      });
      const [job] = own;
      const [first] = parts;
      const last = parts.at(-1);
      if (!job || !first || !last) return [];
      const { action, unit, capability } = job;
      return [
        {
          unit,
          action: action.key,
          capability,
          startWeek: first.startWeek,
          endWeek: last.endWeek,
          role: action.role,
          personWeeks: lookup.actions.get(action.key)?.personWeeks ?? first.personWeeks,
          ...(parts.length > 1 && { parts }),
          critical: critical.has(key),
          locked: job.lockedWeek !== null,
          person: people.get(key) ?? null,
        },
      ];
    })
    .sort((a, b) => a.startWeek - b.startWeek);
}
