import { capabilityKeys } from "../framework/keys";
import type { Framework, Risk } from "../framework/types";
import { plannedLevel } from "../gap-analysis/planned-level";
import type { UnitContext } from "../scoring/assessment";
import { attainmentOf } from "../scoring/attainment";
import type { CapabilityState } from "../scoring/capability-state";
import { RATINGS, type RiskResult } from "../scoring/result";
import { steady } from "../scoring/steady";
import { rate } from "./matrix";

/** How far a capability falls short of attainment, `1 − A`: as answered, and with its accepted actions done. */
type Shortfall = { current: number; planned: number };

/** The likelihood with every contributor at attainment 0. */
const INHERENT_LIKELIHOOD = 5;

/**
 * Every risk that has a contributor left, the worst first. *Inherent* has every contributor at attainment 0,
 * *residual* each at the level that its accepted actions reach.
 * @param asked the framework that the states were made from
 * @throws RangeError on an inherent impact outside 1..5
 */
export function rateRisks(
  asked: Framework,
  states: readonly CapabilityState[],
  unit: UnitContext,
  acceptedActions: readonly string[],
): RiskResult[] {
  const places = capabilityKeys(asked);
  const shortfalls = shortfallsOf(states, new Set(acceptedActions));
  const rated: RiskResult[] = [];
  for (const risk of asked.risks) {
    const shortfallOf = (capability: string) => shortfalls[places.get(capability) ?? -1] ?? null;
    const result = rateRisk(risk, shortfallOf, impactOf(risk, unit));
    if (result) rated.push(result);
  }
  // The sort is stable: catalogue order on ties.
  return rated.sort((a, b) => severityRank(b) - severityRank(a));
}

/** By rating, then by likelihood × impact, which is at most 25. */
function severityRank({ rating, likelihood, impact }: RiskResult): number {
  return RATINGS.indexOf(rating) * 100 + likelihood * impact;
}

/** In framework order; null where a capability is excluded. */
function shortfallsOf(
  states: readonly CapabilityState[],
  accepted: ReadonlySet<string>,
): (Shortfall | null)[] {
  return states.map((state) => {
    if (state.status === "excluded") return null;
    const current = 1 - attainmentOf(state.level, state.required);
    if (accepted.size === 0) return { current, planned: current };
    return { current, planned: 1 - attainmentOf(plannedLevel(state, accepted), state.required) };
  });
}

function rateRisk(
  risk: Risk,
  shortfallOf: (capability: string) => Shortfall | null,
  impact: number,
): RiskResult | null {
  let weights = 0;
  let current = 0;
  let planned = 0;
  const contributors: { capability: string; share: number }[] = [];
  for (const { capability, weight } of risk.contributors) {
    const shortfall = shortfallOf(capability);
    if (shortfall === null) continue;
    weights += weight;
    current += weight * shortfall.current;
    planned += weight * shortfall.planned;
    contributors.push({ capability, share: weight * shortfall.current });
  }
  if (contributors.length === 0) return null;
  if (current > 0) for (const contributor of contributors) contributor.share /= current;
  const likelihood = likelihoodOf(current / weights);
  return {
    key: risk.key,
    likelihood,
    impact,
    rating: rate(likelihood, impact),
    inherent: rate(INHERENT_LIKELIHOOD, impact),
    residual: rate(likelihoodOf(planned / weights), impact),
    contributors,
  };
}

/** `round(1 + 4 × shortfall)`, halves up; `shortfall` is the weighted mean of `1 − A`, 0..1. */
export function likelihoodOf(shortfall: number): number {
  return Math.floor(steady(1 + 4 * shortfall) + 0.5);
}

/** `inherent + [regulatory and regulated] + [scaleSensitive and (≥ 10 units or ≥ 50 processes)]`, at most 5. */
export function impactOf(risk: Risk, unit: UnitContext): number {
  const regulated = risk.regulatory && unit.regulated ? 1 : 0;
  const large = risk.scaleSensitive && (unit.unitsInScope >= 10 || unit.processesInScope >= 50) ? 1 : 0;
  return Math.min(5, risk.inherentImpact + regulated + large);
}
