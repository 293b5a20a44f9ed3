import type { Band, ConfidenceLabel, Outcome, Rating, Severity } from "./result";

/** The words on screen and in reports for the keys of a result. */

export const BAND_WORDS: Record<Band, string> = {
  adHoc: "Ad hoc",
  emerging: "Emerging",
  defined: "Defined",
  managed: "Managed",
  optimized: "Optimized",
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  insufficientEvidence: "Insufficient evidence",
  notReady: "Not ready",
  readyWithConditions: "Ready with conditions",
  ready: "Ready",
};

export const SEVERITY_WORDS: Record<Severity, string> = {
  none: "None",
  minor: "Minor",
  moderate: "Moderate",
  major: "Major",
  critical: "Critical",
};

export const RATING_WORDS: Record<Rating, string> = {
  veryLow: "Very low",
  low: "Low",
  moderate: "Moderate",
  high: "High",
  veryHigh: "Very high",
};

export const CONFIDENCE_WORDS: Record<ConfidenceLabel, string> = {
  low: "Low",
  medium: "Medium",
  high: "High",
};
