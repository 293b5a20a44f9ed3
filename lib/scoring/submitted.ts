import type { Depth, Phase } from "../framework/types";
import { measuresSame } from "../framework/version";
import type { ResultBrief, ResultSummary } from "./result-summary";

/** A submitted assessment with what is needed of its result. */
export type Submitted<R extends ResultBrief = ResultSummary> = {
  assessmentId: string;
  depth: Depth;
  targetPhase: Phase;
  submittedAt: Date;
  result: R;
};

/** Why two assessments of a unit do not measure the same. */
export type Difference = "framework" | "depth" | "targetPhase";

/** Readiness for another phase, from other questions or on another major version is another measure. */
export function differenceOf(a: Submitted<ResultBrief>, b: Submitted<ResultBrief>): Difference | null {
  if (!measuresSame(a.result.framework, b.result.framework)) return "framework";
  if (a.depth !== b.depth) return "depth";
  return a.targetPhase === b.targetPhase ? null : "targetPhase";
}
