import { capabilityTitle, type Lookup } from "../../framework/lookup";
import type { Framework } from "../../framework/types";
import { groupBy } from "../../grouping/group-by";
import { OUTCOME_WORDS } from "../../scoring/result-words";
import type { Milestone, PlanItem, PlannedUnit } from "../plan";
import { phasesIn } from "../weeks";

/**
 * The end of each phase of the roadmap with what must hold to leave it and enter the next, and the week in which a unit
 * has done all that is planned for it.
 */
export function milestonesOf(
  framework: Framework,
  lookup: Lookup,
  weeks: number,
  items: readonly PlanItem[],
  units: readonly PlannedUnit[],
): Milestone[] {
  return [...phaseGates(framework, lookup, weeks, items), ...unitEnds(items, units)].sort(
    (a, b) => a.week - b.week,
  );
}

function phaseGates(
  framework: Framework,
  lookup: Lookup,
  weeks: number,
  items: readonly PlanItem[],
): Milestone[] {
  return phasesIn(framework, weeks).flatMap(({ title, fromWeek, toWeek }) => {
    const ending = items.filter(({ endWeek }) => endWeek >= fromWeek && endWeek <= toWeek);
    return ending.length === 0
      ? []
      : [{ week: toWeek, title: `${title} is complete`, criteria: levelsReached(lookup, ending) }];
  });
}

/** The highest level that each capability of each unit reaches among these. */
function levelsReached(lookup: Lookup, items: readonly PlanItem[]): string[] {
  const groups = groupBy(items, ({ unit, capability }) => JSON.stringify([unit, capability]));
  return [...groups.values()].flatMap((own) => {
    const [item] = own;
    if (!item) return [];
    const level = Math.max(...own.map(({ action }) => lookup.actions.get(action)?.to ?? 1));
    return [`${item.unit}: ${capabilityTitle(lookup, item.capability)} at level ${level}`];
  });
}

function unitEnds(items: readonly PlanItem[], units: readonly PlannedUnit[]): Milestone[] {
  return units.flatMap(({ name, verdictPlanned, remains }) => {
    const ends = items.filter(({ unit }) => unit === name).map(({ endWeek }) => endWeek);
    if (ends.length === 0) return [];
    return [
      {
        week: Math.max(...ends),
        title: `${name}: ${OUTCOME_WORDS[verdictPlanned].toLowerCase()}`,
        criteria: ["Every action planned for the unit is done, and the unit is assessed again.", ...remains],
      },
    ];
  });
}
