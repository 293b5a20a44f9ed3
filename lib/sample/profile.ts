import type { AreaKey, Depth, Phase } from "../framework/types";
import {
  CONDITIONS,
  type ConditionAnswer,
  type NotApplicableReason,
  type Suitability,
  WARNINGS,
  type Warning,
} from "../scoring/assessment";

/** How the sample organization is written down: short enough to read a unit's story at a glance. */

/** A note, or why a question marked `x` does not apply. */
type Remark = string | { notApplicable: NotApplicableReason; note: string };

export type SampleAssessment = {
  status: "draft" | "onHold" | "submitted";
  depth: Depth;
  targetPhase: Phase;
  /** Days before the sample is loaded: when it was created, and when it was submitted or last changed. */
  begun: number;
  changed: number;
  suitability: Suitability;
  /**
   * Two marks a capability, both in framework order: a level 1–5, `?` don't know, `x` not applicable, `.` not
   * answered. An area that is left out is not answered.
   */
  answers: Partial<Record<AreaKey, string>>;
  /** By question. One is kept from the assessment before while its mark stays the same. */
  remarks: Readonly<Record<string, Remark>>;
  /** Questions whose level is a guess. */
  guesses: readonly string[];
  /** Answers from this level on link to their document on the group's intranet. */
  documentedFrom: 3 | 4 | 5;
  acceptedActions?: readonly string[];
  /** The question to come back to. */
  lastQuestion?: string;
};

export type SampleUnit = {
  name: string;
  industry: string;
  regulated: boolean;
  unitsInScope: number;
  processesInScope: number;
  /** The oldest first. */
  assessments: readonly SampleAssessment[];
};

export type SampleRegion = { name: string; units: readonly SampleUnit[] };

/** The five conditions in the order of the method, and the warning signs that are seen. */
export function suitability(
  conditions: readonly [ConditionAnswer, ConditionAnswer, ConditionAnswer, ConditionAnswer, ConditionAnswer],
  seen: readonly Warning[],
): Suitability {
  return {
    conditions: Object.fromEntries(CONDITIONS.map((key, index) => [key, conditions[index]])),
    warnings: Object.fromEntries(WARNINGS.map((key) => [key, seen.includes(key)])),
  };
}
