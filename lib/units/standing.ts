import type { Phase } from "../framework/types";
import type { Band, Bounded, Outcome } from "../scoring/result";
import type { ResultBrief } from "../scoring/result-summary";
import { differenceOf, type Submitted } from "../scoring/submitted";

type Brief = Submitted<ResultBrief>;

/** Where a unit stands: its latest result in the few figures that a list shows. */
export type Standing = {
  assessmentId: string;
  outcome: Outcome;
  band: Band | null;
  readiness: Bounded;
  targetPhase: Phase;
  submittedAt: Date;
  /** Readiness points since the result before; null where there is none that measures the same. */
  change: number | null;
};

export function standingOf(latest: Brief, previous: Brief | null): Standing {
  const { assessmentId, targetPhase, submittedAt, result } = latest;
  return {
    assessmentId,
    outcome: result.verdict.outcome,
    band: result.score.band,
    readiness: result.readiness,
    targetPhase,
    submittedAt,
    change: previous && differenceOf(latest, previous) === null ? changeSince(latest, previous) : null,
  };
}

function changeSince(latest: Brief, previous: Brief): number | null {
  const [now, before] = [latest.result.readiness.value, previous.result.readiness.value];
  return now === null || before === null ? null : now - before;
}
