import type { Depth, Level, Phase } from "../framework/types";

/** An assessment as it is exchanged: see "Interchange" in docs/scoring-method.md. */

export const CONDITIONS = [
  "provenPilots",
  "demonstratedValue",
  "organizationalReadiness",
  "resources",
  "stakeholderSupport",
] as const;
export type Condition = (typeof CONDITIONS)[number];

export const CONDITION_ANSWERS = ["yes", "partly", "no"] as const;
export type ConditionAnswer = (typeof CONDITION_ANSWERS)[number];

export const WARNINGS = [
  "unprovenConcepts",
  "noFoundation",
  "insufficientResources",
  "limitedSupport",
  "unstablePilots",
] as const;
export type Warning = (typeof WARNINGS)[number];

export const NOT_APPLICABLE_REASONS = ["outOfScope", "businessPriority", "constraint", "other"] as const;
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number];

export const CERTAINTIES = ["verified", "informed", "guess"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

type Remarks = { note?: string; evidence?: readonly string[]; certainty?: Certainty };

/** Exactly one of level, notApplicable, dontKnow. */
export type Answer = Remarks &
  (
    | { level: Level; notApplicable?: undefined; dontKnow?: undefined }
    | { notApplicable: NotApplicableReason; level?: undefined; dontKnow?: undefined }
    | { dontKnow: true; level?: undefined; notApplicable?: undefined }
  );

export type Answers = Readonly<Record<string, Answer>>;

export type Respondent = { name: string; answers: Answers };

export type Suitability = {
  conditions: Partial<Record<Condition, ConditionAnswer>>;
  warnings: Partial<Record<Warning, boolean>>;
};

export type UnitContext = {
  name: string;
  regulated: boolean;
  unitsInScope: number;
  processesInScope: number;
};

export type Assessment = {
  /** `key@version` */
  framework: string;
  depth: Depth;
  targetPhase: Phase;
  unit: UnitContext;
  suitability: Suitability;
  /** Keys of accepted actions; they lower the residual risk. */
  acceptedActions: readonly string[];
  respondents: readonly Respondent[];
};
