import type { Framework } from "../../framework/types";
import { steady } from "../../scoring/steady";
import type { Plan, PlanRequest } from "../plan";
import { type TechnologyNeed, technologyCost, technologyNeeds } from "../technology";
import { type Range, rangeOf } from "../uncertainty";
import { phasesIn, type RoadmapPhase } from "../weeks";

export type RoleNeed = {
  role: string;
  personWeeks: number;
  personWeeksRange: Range | null;
  /** Null without a rate. */
  cost: number | null;
};

export type PhaseCost = {
  phase: RoadmapPhase;
  work: number;
  technology: number;
  amount: number;
  range: Range | null;
};

/** What a plan needs of people, technology and money. Ranges are null while no uncertainty is stated. */
export type Needs = {
  personWeeks: number;
  personWeeksRange: Range | null;
  /** In the framework's order; roles without work are not needed. */
  roles: readonly RoleNeed[];
  technology: readonly TechnologyNeed[];
  /** Null while cost is not counted. */
  cost: {
    currency: string;
    amount: number;
    range: Range | null;
    technology: number;
    phases: readonly PhaseCost[];
  } | null;
};

export function needsOf(framework: Framework, request: PlanRequest, { items, cost }: Plan): Needs {
  const { budget, uncertainty, weeks } = request;
  const personWeeks = items.reduce((sum, item) => sum + item.personWeeks, 0);
  const technology = technologyNeeds(framework, weeks, items, budget);
  return {
    personWeeks,
    personWeeksRange: rangeOf(uncertainty, personWeeks),
    roles: framework.roles.flatMap(({ key: role }): RoleNeed[] => {
      const own = items.filter((item) => item.role === role);
      if (own.length === 0) return [];
      const effort = own.reduce((sum, item) => sum + item.personWeeks, 0);
      const rate = budget?.ratePerWeek[role];
      return [
        {
          role,
          personWeeks: effort,
          personWeeksRange: rangeOf(uncertainty, effort),
          cost: rate === undefined ? null : effort * rate,
        },
      ];
    }),
    technology,
    cost:
      budget && cost.amount !== null
        ? {
            currency: budget.currency,
            amount: cost.amount,
            ...split(cost.amount, technologyCost(budget)),
            phases: phasesIn(framework, weeks).map((phase) => {
              const amount = cost.byPhase[phase.key] ?? 0;
              const own = technology.filter((need) => need.phase.key === phase.key);
              const ofPhase = own.reduce((sum, need) => sum + (need.amount ?? 0), 0);
              return { phase, amount, work: steady(amount - ofPhase), ...split(amount, ofPhase) };
            }),
          }
        : null,
  };

  function split(amount: number, certain: number) {
    return { technology: certain, range: rangeOf(uncertainty, steady(amount - certain), certain) };
  }
}
