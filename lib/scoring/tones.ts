import type { Rating, Severity } from "./result";

/** How strongly a chart or a cell marks a severity or a rating: 0 nothing, 4 worst. */
export type Tone = 0 | 1 | 2 | 3 | 4;

export const SEVERITY_TONES: Record<Severity, Tone> = {
  none: 0,
  minor: 1,
  moderate: 2,
  major: 3,
  critical: 4,
};

export const RATING_TONES: Record<Rating, Tone> = { veryLow: 0, low: 1, moderate: 2, high: 3, veryHigh: 4 };
