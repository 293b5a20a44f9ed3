/**
 * What speaks for scaling phased, in parallel or hybrid. Each criterion is read on five steps; step 3 says nothing,
 * steps 5 and 1 add or take the whole weight, steps 4 and 2 half of it. The weights are our judgment, chosen so that
 * the method's three success stories come out as the method has them.
 */
export const CRITERIA = [
  "units",
  "processes",
  "likeness",
  "readinessSpread",
  "centralGovernance",
  "localSupport",
  "urgency",
  "riskTolerance",
  "budget",
] as const;
export type Criterion = (typeof CRITERIA)[number];

type Weights = { phased: number; parallel: number; hybrid: number };

export type CriterionRule = {
  title: string;
  /** What its figure counts. */
  measures: string;
  /** The least whole figure of steps 2, 3, 4 and 5. */
  from: readonly [number, number, number, number];
  /** The smallest and the largest figure that it can have. */
  least: number;
  most: number;
  /** Points at step 5; as many the other way at step 1. */
  weights: Weights;
};

const STEPS: Pick<CriterionRule, "from" | "least" | "most"> = { from: [2, 3, 4, 5], least: 1, most: 5 };

export const CRITERION_RULES: Record<Criterion, CriterionRule> = {
  units: {
    title: "Units",
    measures: "units in scope",
    from: [3, 6, 11, 21],
    least: 1,
    most: 1_000_000,
    weights: { phased: 4, parallel: -2, hybrid: 0 },
  },
  processes: {
    title: "Processes",
    measures: "processes in scope",
    from: [10, 25, 75, 150],
    least: 0,
    most: 1_000_000,
    weights: { phased: -2, parallel: -3, hybrid: 7 },
  },
  likeness: {
    title: "Likeness of the units",
    measures: "percent, 100 when the capabilities of all units are on one level",
    from: [30, 50, 70, 85],
    least: 0,
    most: 100,
    weights: { phased: 0, parallel: 6, hybrid: -8 },
  },
  readinessSpread: {
    title: "Spread of readiness",
    measures: "points between the readiest unit and the least ready",
    from: [10, 20, 35, 50],
    least: 0,
    most: 100,
    weights: { phased: 6, parallel: -6, hybrid: 2 },
  },
  centralGovernance: {
    title: "Central governance",
    measures: "level from 1 to 5",
    ...STEPS,
    weights: { phased: 6, parallel: -2, hybrid: 3 },
  },
  localSupport: {
    title: "Local support",
    measures: "level from 1 to 5",
    ...STEPS,
    weights: { phased: -8, parallel: 10, hybrid: 5 },
  },
  urgency: {
    title: "Urgency",
    measures: "from 1, can wait, to 5, must not",
    ...STEPS,
    weights: { phased: -6, parallel: 6, hybrid: 2 },
  },
  riskTolerance: {
    title: "Tolerance for risk",
    measures: "from 1, least, to 5, most",
    ...STEPS,
    weights: { phased: -6, parallel: 6, hybrid: 0 },
  },
  budget: {
    title: "Budget",
    measures: "level from 1 to 5",
    ...STEPS,
    weights: { phased: -5, parallel: 5, hybrid: 1 },
  },
};

/** The step 1..5 of a figure. */
export function stepOf({ from }: CriterionRule, figure: number): number {
  return 1 + from.filter((least) => figure >= least).length;
}
