import { steady } from "../../scoring/steady";
import { CRITERIA, CRITERION_RULES, type Criterion, stepOf } from "../approach-criteria";
import type { Approach, ApproachAdvice, Contribution, Flip } from "../plan";

/** A whole figure for each criterion; null where nothing is known, which then says nothing. */
export type ApproachFacts = Readonly<Record<Criterion, number | null>>;

/** Where no criterion says anything. */
const BASE = 50;
/** Closer than this, two approaches are as good. */
const CLOSE = 5;

/** The approach that the facts speak for, with what each of them adds and the smallest change that would turn it. */
export function adviseApproach(facts: ApproachFacts): ApproachAdvice {
  const contributions = contributionsOf(facts);
  const scores = scoresOf(contributions);
  const [first, second] = ranked(scores);
  return {
    recommended: first,
    scores,
    contributions,
    flip: smallestFlip(facts, first),
    tooCloseToCall: steady(scores[first] - scores[second]) < CLOSE,
  };
}

function contributionsOf(facts: ApproachFacts): Contribution[] {
  return CRITERIA.map((criterion) => {
    const rule = CRITERION_RULES[criterion];
    const figure = facts[criterion];
    const steps = figure === null ? 0 : stepOf(rule, figure) - 3;
    if (steps === 0) return { criterion, phased: 0, parallel: 0, hybrid: 0 };
    const { phased, parallel, hybrid } = rule.weights;
    // A weight of 0 must not become −0, which no file holds.
    const points = (weight: number) => (weight === 0 ? 0 : (steps * weight) / 2);
    return { criterion, phased: points(phased), parallel: points(parallel), hybrid: points(hybrid) };
  });
}

function scoresOf(contributions: readonly Contribution[]): Record<Approach, number> {
  const scoreOf = (approach: Approach) =>
    contributions.reduce((sum, contribution) => sum + contribution[approach], BASE);
  return { phased: scoreOf("phased"), parallel: scoreOf("parallel"), hybrid: scoreOf("hybrid") };
}

/** The best first; of equals, the one that risks less at once. */
function ranked(scores: Record<Approach, number>): [Approach, Approach] {
  const cautious: Approach[] = ["phased", "hybrid", "parallel"];
  const [first, second] = cautious.sort((a, b) => steady(scores[b]) - steady(scores[a]));
  return [first ?? "phased", second ?? "hybrid"];
}

function recommendedFor(facts: ApproachFacts): Approach {
  return ranked(scoresOf(contributionsOf(facts)))[0];
}

/** By steps of the criterion; of equally few, the one that stands first among the criteria, upwards before downwards. */
function smallestFlip(facts: ApproachFacts, recommended: Approach): Flip | null {
  for (let steps = 1; steps <= 4; steps += 1) {
    for (const criterion of CRITERIA) {
      for (const direction of [1, -1] as const) {
        const from = facts[criterion];
        const to = from === null ? null : figureAway(criterion, from, direction * steps);
        if (from === null || to === null) continue;
        const recommends = recommendedFor({ ...facts, [criterion]: to });
        if (recommends !== recommended) return { criterion, from, to, recommends };
      }
    }
  }
  return null;
}

/** The nearest whole figure that lies so many steps away; null when the scale ends before. */
function figureAway(criterion: Criterion, figure: number, steps: number): number | null {
  const rule = CRITERION_RULES[criterion];
  const step = stepOf(rule, figure) + steps;
  if (step < 1 || step > 5) return null;
  const least = step === 1 ? rule.least : rule.from[step - 2];
  const most = step === 5 ? rule.most : (rule.from[step - 1] ?? rule.most) - 1;
  return steps > 0 ? (least ?? null) : most;
}
