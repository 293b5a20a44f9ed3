import type { Bounded, Outcome } from "../scoring/result";
import type { ResultBrief } from "../scoring/result-summary";
import { type Difference, differenceOf, type Submitted } from "../scoring/submitted";
import type { ComparedUnit } from "./compared-unit";

export type Change =
  | { kind: "first" }
  | { kind: "measuredDifferently"; before: Submitted<ResultBrief>; difference: Difference }
  | {
      kind: "measured";
      before: Submitted<ResultBrief>;
      /** Points up or down; null where either has no figure. */
      readiness: number | null;
      score: number | null;
      /** Readiness points by area key. */
      areas: ReadonlyMap<string, number | null>;
      outcome: { before: Outcome; now: Outcome };
    };

/** What changed since the unit's assessment before. */
export function changeOf({ latest, previous }: ComparedUnit): Change {
  if (previous === null) return { kind: "first" };
  const difference = differenceOf(latest, previous);
  if (difference !== null) return { kind: "measuredDifferently", before: previous, difference };
  const [now, then] = [latest.result, previous.result];
  const before = new Map(then.areas.map(({ key, readiness }) => [key, readiness]));
  return {
    kind: "measured",
    before: previous,
    readiness: points(now.readiness, then.readiness),
    score: points(now.score, then.score),
    areas: new Map(now.areas.map(({ key, readiness }) => [key, points(readiness, before.get(key))])),
    outcome: { before: then.verdict.outcome, now: now.verdict.outcome },
  };
}

function points(now: Bounded, before: Bounded | undefined): number | null {
  if (!before || now.value === null || before.value === null) return null;
  return now.value - before.value;
}
