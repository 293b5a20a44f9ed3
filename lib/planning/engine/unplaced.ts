import type { Lookup } from "../../framework/lookup";
import type { PlanRequest, Unplaced } from "../plan";
import { weeksInWords } from "../weeks";
import type { UnitRoute } from "./jobs";
import { roundedUp } from "./role-weeks";
import type { Failure, Job, Schedule } from "./schedule";

/** What is not in the plan though the target asks for it, and the least that would place it. */
export function unplacedOf(
  lookup: Lookup,
  { budget, dropped }: PlanRequest,
  routes: readonly UnitRoute[],
  jobs: readonly Job[],
  { failures }: Schedule,
): Unplaced[] {
  const failed = jobs.flatMap((job): Unplaced[] => {
    const failure = failures.get(job.key);
    if (!failure) return [];
    const { unit, action } = job;
    const wouldNeed = needOf(lookup, job, failure, budget?.currency ?? "");
    return [{ unit, action: action.key, why: failure.why, wouldNeed }];
  });
  const withheld = routes.flatMap(({ work, withheld }) =>
    [...withheld].map((action): Unplaced => {
      const unit = work.assessment.unit.name;
      const titles = dropped
        .filter((drop) => drop.unit === unit)
        .map((drop) => lookup.actions.get(drop.action)?.title);
      return {
        unit,
        action,
        why: "dropped",
        wouldNeed: `what was dropped, back in the plan: ${titles.join("; ")}`,
      };
    }),
  );
  return [...failed, ...withheld];
}

function needOf(lookup: Lookup, { action }: Job, failure: Failure, currency: string): string {
  switch (failure.why) {
    case "capacity": {
      const role = lookup.roles.get(action.role) ?? action.role;
      return `${roundedUp(failure.fte)} more ${role} in ${weeksInWords(failure)}`;
    }
    case "budget":
      return `${Math.ceil(failure.short)} ${currency} more`;
    case "weeks":
      return `a plan of ${failure.weeks} weeks`;
    case "dependency":
      return `first: ${failure.job.action.title}`;
  }
}
