import type { Assessment } from "../scoring/assessment";
import type { Result } from "../scoring/result";

/** The assessment and its result in the shapes of Interchange: what was stored, unrounded. */
export function reportJson(assessment: Assessment, result: Result): string {
  return `${JSON.stringify({ assessment, result }, null, 2)}\n`;
}
