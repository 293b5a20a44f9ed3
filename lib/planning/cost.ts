import type { Framework } from "../framework/types";
import type { Budget, Cost, PlanItem } from "./plan";
import { lengthOf, partsOf, phasesIn, type Weeks } from "./weeks";

/** What may be spent, and what a person-week of each role costs. */
export type Prices = Pick<Budget, "amount" | "ratePerWeek">;

/** What the work of a role costs; nothing without a budget or a rate. */
export function priceOf(
  { role, personWeeks }: { role: string; personWeeks: number },
  prices: Prices | null,
): number {
  return personWeeks * (prices?.ratePerWeek[role] ?? 0);
}

/** `Σ person-weeks × rate of the role`; an action that runs across phases counts in each by its weeks there. */
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
  const byPhase = phasesIn(framework, weeks).map(({ key, fromWeek, toWeek }): [string, number] => {
    const within = ({ startWeek, endWeek }: Weeks) =>
      Math.max(0, Math.min(endWeek, toWeek) - Math.max(startWeek, fromWeek) + 1) /
      lengthOf({ startWeek, endWeek });
    return [key, costs.reduce((sum, part) => sum + part.cost * within(part.weeks), 0)];
  });
  return {
    amount: costs.reduce((sum, { cost }) => sum + cost, 0),
    byPhase: Object.fromEntries(byPhase),
    withoutRate: framework.roles
      .map(({ key }) => key)
      .filter((role) => budget.ratePerWeek[role] === undefined && items.some((item) => item.role === role)),
  };
}
