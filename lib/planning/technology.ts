import type { Lookup } from "../framework/lookup";
import type { Framework } from "../framework/types";
import { groupBy } from "../grouping/group-by";
import type { Budget, PlanItem } from "./plan";
import { phasesIn, type RoadmapPhase } from "./weeks";

/** The capabilities that technology is needed for: those of the technical and of the data infrastructure. */
export function technologyCapabilities({ areas }: Framework): { key: string; title: string }[] {
  return areas
    .flatMap(({ capabilities }) => capabilities)
    .filter(({ infrastructure }) => infrastructure === "technical" || infrastructure === "data")
    .map(({ key, title }) => ({ key, title }));
}

/** What the plan does in a phase that needs technology, by capability. */
export type TechnologyNeed = {
  phase: RoadmapPhase;
  capability: string;
  /** The actions that begin in the phase, by first week; none where only an amount is stated. */
  items: readonly PlanItem[];
  /** What is stated for the capability, in the first phase that needs it; null elsewhere. */
  amount: number | null;
};

/** Phase by phase, then in the framework's order. An amount without an action counts in the first phase. */
export function technologyNeeds(
  framework: Framework,
  weeks: number,
  items: readonly PlanItem[],
  budget: Budget | null,
): TechnologyNeed[] {
  const phases = phasesIn(framework, weeks);
  const phaseOf = ({ startWeek }: PlanItem) =>
    phases.findIndex(({ toWeek }, place) => startWeek <= toWeek || place === phases.length - 1);
  const needs = technologyCapabilities(framework).flatMap(({ key: capability }) => {
    const own = items.filter((item) => item.capability === capability);
    const amount = budget?.technology?.[capability] ?? null;
    const byPhase = [...groupBy(own, phaseOf)].sort(([a], [b]) => a - b);
    const first = byPhase[0]?.[0] ?? 0;
    const all = byPhase.length === 0 && amount !== null ? [[0, []] as [number, PlanItem[]]] : byPhase;
    return all.map(([place, ofPhase]) => ({
      place,
      capability,
      items: ofPhase,
      amount: place === first ? amount : null,
    }));
  });
  return phases.flatMap((phase, at) =>
    needs.filter(({ place }) => place === at).map(({ place: _, ...need }) => ({ phase, ...need })),
  );
}

/** `Open a data catalog (Claims, Retail)`: each action once, with the units that need it. */
export function technologyItems({ actions }: Lookup, items: readonly PlanItem[]): string[] {
  return [...groupBy(items, ({ action }) => action)].map(
    ([action, own]) => `${actions.get(action)?.title ?? action} (${own.map(({ unit }) => unit).join(", ")})`,
  );
}

/** All that is stated for technology. */
export function technologyCost(budget: Budget | null): number {
  return Object.values(budget?.technology ?? {}).reduce((sum, amount) => sum + amount, 0);
}
