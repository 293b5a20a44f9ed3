import { WARNINGS, type Warning } from "./assessment";
import type { Outcome } from "./result";

/** A rule of the verdict holds as soon as one of its parts does. */
export type VerdictRule = {
  /** 0..100 */
  readinessBelow?: number;
  /** Levels that a gating capability is short, or more. */
  gatingGapFrom?: number;
  /** Share of the questions that are answered, 0..1. */
  completenessBelow?: number;
  conditionNotMet?: true;
  /** One of these is present. */
  warnings?: readonly Warning[];
  suitabilityOpen?: true;
};

export type RuledOutcome = Exclude<Outcome, "ready">;

const DECISIVE: readonly Warning[] = ["unprovenConcepts", "unstablePilots"];

/**
 * The rules of the verdict: the first that holds gives the outcome, and a unit is ready when none does. Engine, plans,
 * explanations, help, reports and the formulas of workbooks all read them here.
 */
export const VERDICT_RULES = {
  insufficientEvidence: { completenessBelow: 0.6 },
  notReady: { readinessBelow: 65, gatingGapFrom: 2, warnings: DECISIVE },
  readyWithConditions: {
    readinessBelow: 85,
    gatingGapFrom: 1,
    completenessBelow: 0.9,
    conditionNotMet: true,
    warnings: WARNINGS.filter((warning) => !DECISIVE.includes(warning)),
    suitabilityOpen: true,
  },
} as const satisfies Record<RuledOutcome, VerdictRule>;

/** In their order. */
export const RULED_OUTCOMES = Object.keys(VERDICT_RULES) as readonly RuledOutcome[];

export function ruleOf(outcome: RuledOutcome): VerdictRule {
  return VERDICT_RULES[outcome];
}

/** What figures must be so that no rule before an outcome holds. */
export type Requirement = {
  /** 0..100, at least. */
  readiness: number;
  /** Levels that each gating capability must be less than short. */
  gatingGap: number;
  /** 0..1, at least. */
  completeness: number;
};

/** Suitability is not among it. */
export function requirementOf(outcome: Outcome): Requirement {
  const required = { readiness: 0, gatingGap: Number.POSITIVE_INFINITY, completeness: 0 };
  for (const ruled of RULED_OUTCOMES) {
    if (ruled === outcome) break;
    const { readinessBelow = 0, gatingGapFrom = required.gatingGap, completenessBelow = 0 } = ruleOf(ruled);
    required.readiness = Math.max(required.readiness, readinessBelow);
    required.gatingGap = Math.min(required.gatingGap, gatingGapFrom);
    required.completeness = Math.max(required.completeness, completenessBelow);
  }
  return required;
}
