import { levelNames } from "../framework/level-names";
import type { Framework } from "../framework/types";
import { BANDS, type Band, type ConfidenceLabel, type Outcome, type Rating, type Severity } from "./result";

/** The words on screen and in reports for the keys of a result. */

/** A band has the name of its level, as the framework calls it. */
export function bandWord(framework: Pick<Framework, "levels">, band: Band): string {
  return levelNames(framework)[BANDS.indexOf(band)] ?? band;
}

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
