import type { Infrastructure, Phase } from "../framework/types";

/** The result of one assessment as it is exchanged, stored and shown. Numbers are unrounded; null is undefined. */

export const BANDS = ["adHoc", "emerging", "defined", "managed", "optimized"] as const;
export type Band = (typeof BANDS)[number];

export const SEVERITIES = ["none", "minor", "moderate", "major", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const RATINGS = ["veryLow", "low", "moderate", "high", "veryHigh"] as const;
export type Rating = (typeof RATINGS)[number];

export const OUTCOMES = ["insufficientEvidence", "notReady", "readyWithConditions", "ready"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CONFIDENCES = ["low", "medium", "high"] as const;
export type ConfidenceLabel = (typeof CONFIDENCES)[number];

export type Bounded = { value: number | null; low: number | null; high: number | null };

export type BandedScore = Bounded & { band: Band | null; heldBackBy: string | null };

export type VerdictReason = {
  rule:
    | "completeness"
    | "readiness"
    | "gatingGap"
    | "conditionNotMet"
    | "warningSign"
    | "suitabilityOpen"
    | "allMet";
  capability?: string;
  condition?: string;
  warning?: string;
  text: string;
};

export type CapabilityResult = {
  key: string;
  status: "answered" | "unknown" | "excluded";
  level: number | null;
  score: number | null;
  required: number;
  attainment: number | null;
  gap: number | null;
  severity: Severity | null;
  gain: number | null;
  /** Keys of its contested questions. */
  contested: readonly string[];
};

export type AreaResult = {
  key: string;
  score: BandedScore;
  readiness: Bounded;
  capabilities: readonly CapabilityResult[];
};

export type InfrastructureResult = {
  key: Infrastructure;
  score: number | null;
  readiness: number | null;
  capabilities: readonly string[];
};

export type Gap = {
  capability: string;
  gap: number;
  severity: Severity;
  gain: number;
  /** Keys of the actions that close it, in order. */
  actions: readonly string[];
};

export type RiskContribution = {
  capability: string;
  /** Share 0..1 of the likelihood above its floor; shares sum to 1, all 0 when nothing contributes. */
  share: number;
};

export type RiskResult = {
  key: string;
  likelihood: number;
  impact: number;
  rating: Rating;
  inherent: Rating;
  residual: Rating;
  contributors: readonly RiskContribution[];
};

export type CheckResult = {
  key: string;
  area?: string;
  capability?: string;
  questions?: readonly string[];
  text: string;
};

export type Confidence = {
  label: ConfidenceLabel;
  /** Share of answered questions with a note or a link, 0..1. */
  evidence: number;
  agreement: number | null;
};

export type Result = {
  framework: string;
  targetPhase: Phase;
  completeness: number;
  confidence: Confidence;
  score: BandedScore;
  readiness: Bounded;
  verdict: { outcome: Outcome; reasons: readonly VerdictReason[] };
  areas: readonly AreaResult[];
  infrastructures: readonly InfrastructureResult[];
  gaps: readonly Gap[];
  risks: readonly RiskResult[];
  settlingQuestions: readonly string[];
  checks: readonly CheckResult[];
};
