import { formatLevel } from "../../format/number";
import { CRITERION_RULES } from "../approach-criteria";
import type { OutlookStatus } from "../engine/outlook";
import type { Approach, ApproachAdvice, Obstacle, TargetVerdict } from "../plan";

/** The words on screen and in files for the keys of a plan. */

export const APPROACH_WORDS: Record<Approach, string> = {
  phased: "Phased",
  parallel: "Parallel",
  hybrid: "Hybrid",
};

export const APPROACH_SUMMARIES: Record<Approach, string> = {
  phased: "One unit after the other: each starts when the one before it has done its part.",
  parallel: "All units at the same time, with the same work in the same weeks.",
  hybrid: "The groundwork for all units first, then unit after unit.",
};

export const OBSTACLE_WORDS: Record<Obstacle, string> = {
  capacity: "Too few people",
  budget: "Over the budget",
  weeks: "Too few weeks",
  dependency: "Waits for another action",
  dropped: "Waits for what was dropped",
};

/** What is to be reached, as a choice; `everyGap` stands for no verdict. */
export const TARGET_WORDS: Record<TargetVerdict | "everyGap", string> = {
  ready: "Ready, with the least effort",
  readyWithConditions: "Ready with conditions, with the least effort",
  everyGap: "Every gap closed",
};

export const STATUS_WORDS: Record<OutlookStatus, string> = {
  met: "Met today",
  planned: "Met by the plan",
  partly: "Nearer by the plan",
  open: "Open",
};

/** What would turn the recommendation, in a sentence. */
export function flipInWords({ flip }: Pick<ApproachAdvice, "flip">): string {
  if (!flip) return "No change of a single criterion would turn it.";
  const { title, measures } = CRITERION_RULES[flip.criterion];
  return `What would turn it soonest: ${title.toLowerCase()} at ${flip.to} instead of ${flip.from} (${measures}) speaks for ${APPROACH_WORDS[flip.recommends].toLowerCase()}.`;
}

/** `level 2.5`, `not known` */
export function levelInWords(level: number | null): string {
  return level === null ? "not known" : `level ${formatLevel(level)}`;
}
