import { lastWeekOf } from "../changes/difference";
import type { Plan, PlannedUnit, PlanRequest } from "../plan";

/** What a list of plans shows of each. */
export type PlanBrief = {
  start: string;
  weeks: number;
  /** The last week in which something is done; null when nothing is. */
  lastWeek: number | null;
  actions: number;
  unplaced: number;
  units: readonly Pick<PlannedUnit, "name" | "verdictNow" | "verdictPlanned" | "readinessPlanned">[];
};

export function briefOf({ start, weeks }: PlanRequest, plan: Plan): PlanBrief {
  return {
    start,
    weeks,
    lastWeek: lastWeekOf(plan),
    actions: plan.items.length,
    unplaced: plan.unplaced.length,
    units: plan.units.map(({ name, verdictNow, verdictPlanned, readinessPlanned }) => ({
      name,
      verdictNow,
      verdictPlanned,
      readinessPlanned,
    })),
  };
}
