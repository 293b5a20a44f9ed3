import type { Framework } from "../framework/types";
import type { Budget, Cost, PlanItem } from "./plan";
import { phasesIn } from "./weeks";

/** `Σ person-weeks × rate of the role`; an action that runs across phases counts in each by its weeks there. */
export function costOf(
  framework: Framework,
  weeks: number,
  items: readonly PlanItem[],
  budget: Budget | null,
): Cost {
  if (!budget) return { amount: null, byPhase: {}, withoutRate: [] };
  const { ratePerWeek } = budget;
  const costs = items.map((item) => ({ item, cost: item.personWeeks * (ratePerWeek[item.role] ?? 0) }));
  const byPhase = phasesIn(framework, weeks).map(({ key, fromWeek, toWeek }): [string, number] => {
    const within = ({ startWeek, endWeek }: PlanItem) =>
      Math.max(0, Math.min(endWeek, toWeek) - Math.max(startWeek, fromWeek) + 1) / (endWeek - startWeek + 1);
    return [key, costs.reduce((sum, { item, cost }) => sum + cost * within(item), 0)];
  });
  return {
    amount: costs.reduce((sum, { cost }) => sum + cost, 0),
    byPhase: Object.fromEntries(byPhase),
    withoutRate: framework.roles
      .map(({ key }) => key)
      .filter((role) => ratePerWeek[role] === undefined && items.some((item) => item.role === role)),
  };
}
