import type { Framework, Risk } from "../framework/types";
import type { UnitContext } from "../scoring/assessment";
import { attainmentOf } from "../scoring/attainment";
import type { CapabilityState } from "../scoring/capability-state";
import { RATINGS, type RiskResult } from "../scoring/result";
import { rate } from "./matrix";

/**
 * Every risk that has a contributor left, the worst first. *Inherent* has every contributor at attainment 0,
 * *residual* each at the level that its accepted actions reach.
 */
export function rateRisks(
  framework: Framework,
  states: readonly CapabilityState[],
  unit: UnitContext,
  acceptedActions: readonly string[],
): RiskResult[] {
  const accepted = new Set(acceptedActions);
  const byKey = new Map(
    states
      .filter(({ status }) => status !== "excluded")
      .map((state) => {
        const shortfall = 1 - attainmentOf(state.level, state.required);
        const residual =
          accepted.size === 0 ? shortfall : 1 - attainmentOf(plannedLevel(state, accepted), state.required);
        return [state.capability.key, { shortfall, residual }] as const;
      }),
  );
  const rated = framework.risks.flatMap((risk) => {
    const present = risk.contributors.flatMap(({ capability, weight }) => {
      const found = byKey.get(capability);
      return found ? [{ capability, weight, ...found }] : [];
    });
    if (present.length === 0) return [];
    const impact = impactOf(risk, unit);
    const weights = present.reduce((sum, { weight }) => sum + weight, 0);
    const current = present.reduce((sum, { weight, shortfall }) => sum + weight * shortfall, 0);
    const planned = present.reduce((sum, { weight, residual }) => sum + weight * residual, 0);
    const likelihood = likelihoodOf(current / weights);
    return [
      {
        key: risk.key,
        likelihood,
        impact,
        rating: rate(likelihood, impact),
        inherent: rate(5, impact),
        residual: rate(likelihoodOf(planned / weights), impact),
        contributors: present.map(({ capability, weight, shortfall }) => ({
          capability,
          share: current > 0 ? (weight * shortfall) / current : 0,
        })),
      },
    ];
  });
  // The sort is stable: catalogue order on ties.
  return rated.sort(
    (a, b) =>
      RATINGS.indexOf(b.rating) - RATINGS.indexOf(a.rating) ||
      b.likelihood * b.impact - a.likelihood * a.impact,
  );
}

/** `round(1 + 4 × shortfall)`, halves up; `shortfall` is the weighted mean of `1 − A`, 0..1. */
export function likelihoodOf(shortfall: number): number {
  return Math.floor(1 + 4 * shortfall + 0.5 + 1e-9);
}

export function impactOf(risk: Risk, unit: UnitContext): number {
  const regulated = risk.regulatory && unit.regulated ? 1 : 0;
  const large = risk.scaleSensitive && (unit.unitsInScope >= 10 || unit.processesInScope >= 50) ? 1 : 0;
  return Math.min(5, risk.inherentImpact + regulated + large);
}

/** From `floor(L)` (1 when unknown) up the unbroken chain of accepted steps, never below L. */
export function plannedLevel(state: CapabilityState, accepted: ReadonlySet<string>): number | null {
  let reached = Math.floor((state.level ?? 1) + 1e-9);
  for (const { key, from, to } of state.capability.actions.toSorted((a, b) => a.from - b.from)) {
    if (from === reached && accepted.has(key)) reached = to;
  }
  return state.level === null ? reached : Math.max(state.level, reached);
}
