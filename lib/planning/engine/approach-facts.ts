import { groupBy } from "../../grouping/group-by";
import type { Assessment } from "../../scoring/assessment";
import { readinessOf } from "../../scoring/attainment";
import type { CapabilityState } from "../../scoring/capability-state";
import { asAnswered } from "../../scoring/score";
import { steady } from "../../scoring/steady";
import { weightedMean } from "../../scoring/weighted-mean";
import { CRITERIA, CRITERION_RULES, type Criterion } from "../approach-criteria";
import type { ApproachFacts } from "./approach";

type Assessed = { assessment: Assessment; states: readonly CapabilityState[] };

/** The capabilities that tell how well receiving units are supported on the spot. */
const LOCAL_SUPPORT = ["enablement", "delivery-bandwidth", "change-readiness"];

/** What the assessments say of each criterion, whole figures; what is stated goes before it. */
export function approachFacts(
  assessed: readonly Assessed[],
  stated: Readonly<Partial<Record<Criterion, number>>>,
): ApproachFacts {
  const found = factsOf(assessed);
  const facts = { ...found };
  for (const criterion of CRITERIA) {
    const figure = stated[criterion] ?? found[criterion];
    facts[criterion] = figure === null ? null : within(criterion, Math.round(steady(figure)));
  }
  return facts;
}

function within(criterion: Criterion, figure: number): number {
  const { least, most } = CRITERION_RULES[criterion];
  return Math.min(most, Math.max(least, figure));
}

function factsOf(assessed: readonly Assessed[]): Record<Criterion, number | null> {
  const contexts = assessed.map(({ assessment }) => assessment.unit);
  const states = assessed.flatMap((one) => one.states);
  return {
    units: sum(contexts.map(({ unitsInScope }) => unitsInScope)),
    processes: sum(contexts.map(({ processesInScope }) => processesInScope)),
    likeness: likenessOf(assessed),
    readinessSpread: readinessSpreadOf(assessed),
    centralGovernance: meanLevel(states, ({ area }) => area.key === "governance"),
    localSupport: meanLevel(states, ({ capability }) => LOCAL_SUPPORT.includes(capability.key)),
    urgency: null,
    riskTolerance: contexts.some(({ regulated }) => regulated) ? 2 : null,
    budget: meanLevel(states, ({ capability }) => capability.key === "budget"),
  };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function meanLevel(
  states: readonly CapabilityState[],
  counts: (state: CapabilityState) => boolean,
): number | null {
  return mean(states.filter(counts).flatMap(({ level }) => (level === null ? [] : [level])));
}

/** Mean over the capabilities of `1 − sd / 2`, as agreement between people, in percent; null with a single unit. */
function likenessOf(assessed: readonly Assessed[]): number | null {
  const known = assessed.flatMap(({ states }) =>
    states.flatMap(({ capability, level }) => (level === null ? [] : [{ key: capability.key, level }])),
  );
  const levels = [...groupBy(known, ({ key }) => key).values()].map((own) => own.map(({ level }) => level));
  const alike = levels.filter(({ length }) => length > 1).map((own) => 1 - deviation(own) / 2);
  const likeness = mean(alike);
  return likeness === null ? null : 100 * likeness;
}

function readinessSpreadOf(assessed: readonly Assessed[]): number | null {
  const known = assessed.flatMap(({ states }) => readinessOf(states, asAnswered) ?? []);
  return known.length < 2 ? null : Math.max(...known) - Math.min(...known);
}

function mean(figures: readonly number[]): number | null {
  return weightedMean(
    figures,
    (figure) => figure,
    () => 1,
  );
}

/** Of the population. */
function deviation(figures: readonly number[]): number {
  const middle = sum(figures) / figures.length;
  return Math.sqrt(sum(figures.map((figure) => (figure - middle) ** 2)) / figures.length);
}
