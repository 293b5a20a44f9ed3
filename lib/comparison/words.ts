import { formatLevel, formatScore } from "../format/number";
import type { Difference } from "../scoring/submitted";
import type { Grouping, Measure } from "./figures";

/** The words on screen and in reports for the keys of a comparison. */

export const MEASURE_WORDS: Record<Measure, string> = { readiness: "Readiness", score: "Score", gap: "Gap" };

export const MEASURE_SUMMARIES: Record<Measure, string> = {
  readiness: "How much of what each unit's own target phase requires is there, 0 to 100.",
  score: "How far each unit has come, 0 to 100, whatever phase it aims at.",
  gap: "Levels below what the target phase requires. For an area and overall it is the widest gap in it.",
};

export const GROUPING_WORDS: Record<Grouping, string> = { areas: "Areas", capabilities: "Capabilities" };

export const DIFFERENCE_WORDS: Record<Difference, string> = {
  framework: "other framework version",
  depth: "other depth",
  targetPhase: "other target phase",
};

export function formatFigure(value: number | null, measure: Measure): string {
  return measure === "gap" ? formatLevel(value) : formatScore(value);
}
