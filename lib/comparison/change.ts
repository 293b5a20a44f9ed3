import type { Bounded, Outcome } from "../scoring/result";
import { type ComparedUnit, majorOf, type Submitted } from "./compared-unit";
import { figuresOf, OVERALL } from "./figures";

/** Why two assessments of a unit do not measure the same. */
export type Difference = "framework" | "depth" | "targetPhase";

export type Change =
  | { kind: "first" }
  | { kind: "measuredDifferently"; before: Submitted; difference: Difference }
  | {
      kind: "measured";
      before: Submitted;
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
  const [now, before] = [latest, previous].map(({ result }) => figuresOf(result, "areas", "readiness"));
  const areas = new Map([...(now ?? [])].map(([key, figure]) => [key, points(figure, before?.get(key))]));
  const readiness = areas.get(OVERALL) ?? null;
  areas.delete(OVERALL);
  return {
    kind: "measured",
    before: previous,
    readiness,
    score: points(latest.result.score, previous.result.score),
    areas,
    outcome: { before: previous.result.verdict.outcome, now: latest.result.verdict.outcome },
  };
}

/** Readiness for another phase, from other questions or on another major version is another measure. */
export function differenceOf(a: Submitted, b: Submitted): Difference | null {
  if (majorOf(a.result.framework) !== majorOf(b.result.framework)) return "framework";
  if (a.depth !== b.depth) return "depth";
  return a.targetPhase === b.targetPhase ? null : "targetPhase";
}

function points(now: Bounded, before: Bounded | undefined): number | null {
  if (!before || now.value === null || before.value === null) return null;
  return now.value - before.value;
}
