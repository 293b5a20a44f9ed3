import type { Framework } from "../../framework/types";
import type { Budget, Cost, PlanItem } from "../plan";
import { PlanError } from "../plan-error";
import { technologyCost, technologyNeeds } from "../technology";
import { lengthOf, partsOf, phasesIn, type Weeks } from "../weeks";

/** What may be spent, and what a person-week of each role costs. */
export type Prices = Pick<Budget, "amount" | "ratePerWeek">;

/** What the work of a role costs; nothing without a budget or a rate. */
export function priceOf(
  { role, personWeeks }: { role: string; personWeeks: number },
  prices: Prices | null,
): number {
  return personWeeks * (prices?.ratePerWeek[role] ?? 0);
}

/**
 * The budget with what is left for work once technology is paid.
 * @throws PlanError when technology alone costs more than there is
 */
export function budgetForWork(budget: Budget | null): Budget | null {
  const technology = technologyCost(budget);
  if (!budget || budget.amount === null || technology === 0) return budget;
  if (technology > budget.amount)
    throw new PlanError(
      "budget",
      `${technology} ${budget.currency} or more, for technology alone costs that much`,
    );
  return { ...budget, amount: budget.amount - technology };
}

/**
 * `Σ person-weeks × rate of the role` and what technology costs; an action that runs across phases counts in each by its
 * weeks there, technology in the first phase that needs it.
 */
export function costOf(
  framework: Framework,
  weeks: number,
  items: readonly PlanItem[],
  budget: Budget | null,
): Cost {
  if (!budget) return { amount: null, byPhase: {}, withoutRate: [] };
  const costs = items.flatMap((item) =>
    partsOf(item).map(({ personWeeks, ...weeks }) => ({
      weeks,
      cost: priceOf({ role: item.role, personWeeks }, budget),
    })),
  );
  const technology = technologyNeeds(framework, weeks, items, budget);
  const byPhase = phasesIn(framework, weeks).map(({ key, fromWeek, toWeek }): [string, number] => {
    const within = ({ startWeek, endWeek }: Weeks) =>
      Math.max(0, Math.min(endWeek, toWeek) - Math.max(startWeek, fromWeek) + 1) /
      lengthOf({ startWeek, endWeek });
    const work = costs.reduce((sum, part) => sum + part.cost * within(part.weeks), 0);
    const own = technology.filter(({ phase }) => phase.key === key);
    return [key, own.reduce((sum, { amount }) => sum + (amount ?? 0), work)];
  });
  return {
    amount: costs.reduce((sum, { cost }) => sum + cost, technologyCost(budget)),
    byPhase: Object.fromEntries(byPhase),
    withoutRate: framework.roles
      .map(({ key }) => key)
      .filter((role) => budget.ratePerWeek[role] === undefined && items.some((item) => item.role === role)),
  };
}
