import { jobKey } from "../engine/jobs";
import type { Plan, PlanItem, PlannedUnit } from "../plan";
import { weeksInWords } from "../weeks";

export type Difference = {
  moved: readonly { before: PlanItem; after: PlanItem }[];
  added: readonly PlanItem[];
  /** No longer in the plan. */
  removed: readonly PlanItem[];
  /** Units whose planned readiness or verdict is another one. */
  units: readonly { before: PlannedUnit; after: PlannedUnit }[];
  /** The last week in which something is done; null when nothing is. */
  lastWeek: { before: number | null; after: number | null };
  cost: { before: number | null; after: number | null };
};

/** What becomes of a plan when another one takes its place. */
export function differenceOf(before: Plan, after: Plan): Difference {
  const old = byKey(before);
  const fresh = byKey(after);
  const units = new Map(before.units.map((unit) => [unit.name, unit]));
  return {
    moved: after.items.flatMap((item) => {
      const was = old.get(keyOf(item));
      return was && weeksInWords(was) !== weeksInWords(item) ? [{ before: was, after: item }] : [];
    }),
    added: after.items.filter((item) => !old.has(keyOf(item))),
    removed: before.items.filter((item) => !fresh.has(keyOf(item))),
    units: after.units.flatMap((unit) => {
      const was = units.get(unit.name);
      return was && isOther(was, unit) ? [{ before: was, after: unit }] : [];
    }),
    lastWeek: { before: lastWeekOf(before), after: lastWeekOf(after) },
    cost: { before: before.cost.amount, after: after.cost.amount },
  };
}

const keyOf = ({ unit, action }: PlanItem) => jobKey(unit, action);

function byKey({ items }: Plan): Map<string, PlanItem> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

function isOther(before: PlannedUnit, after: PlannedUnit): boolean {
  return before.readinessPlanned !== after.readinessPlanned || before.verdictPlanned !== after.verdictPlanned;
}

export function lastWeekOf({ items }: Pick<Plan, "items">): number | null {
  return items.length === 0 ? null : Math.max(...items.map(({ endWeek }) => endWeek));
}
