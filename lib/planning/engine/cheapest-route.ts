import { groupBy } from "../../grouping/group-by";
import { readinessOf } from "../../scoring/attainment";
import { completenessOf } from "../../scoring/completeness";
import { gapOf } from "../../scoring/gap";
import { asAnswered } from "../../scoring/score";
import { steady } from "../../scoring/steady";
import { requirementOf } from "../../scoring/verdict-rules";
import type { TargetVerdict } from "../plan";
import { type Prices, priceOf } from "./cost";
import type { Row, Solve } from "./integer-program";
import type { Step, UnitWork } from "./unit-work";

/** What a route must keep to, summed over all units. */
export type RouteLimits = {
  /** Person-weeks that each role has in all. */
  personWeeks: ReadonlyMap<string, number>;
  /** Null without a budget. */
  budget: Prices | null;
};

export type RouteWish = {
  work: UnitWork;
  /** Keys of actions that the route must hold. */
  kept: ReadonlySet<string>;
  /** Keys of actions that it must not hold. */
  left: ReadonlySet<string>;
};

/** What each verdict asks of readiness, of the gap of gating capabilities, and of the share of answers. */
const NEEDS = {
  readyWithConditions: requirementOf("readyWithConditions"),
  ready: requirementOf("ready"),
};

/** What `steady` rounds away: so much less is still enough. */
const STEADY_NOISE = 4e-10;
/** Readiness is asked in thousandths of a point, so that what a solver tolerates is far below that noise. */
const SCALE = 1000;

/**
 * The actions of each unit that reach the target with the least effort in all: exact, under the limits. Suitability is
 * not asked: no action changes it.
 * @returns keys of actions, in the order of the wishes; null when the limits or what is left out rule it out
 */
export function cheapestRoute(
  wishes: readonly RouteWish[],
  target: TargetVerdict,
  limits: RouteLimits | null,
  solve: Solve,
): ReadonlySet<string>[] | null {
  const costs: number[] = [];
  const rows: Row[] = [];
  const choices = wishes.map((wish) => {
    const places = new Map<string, number>();
    for (const { action } of wish.work.steps.values())
      places.set(action.key, costs.push(action.personWeeks) - 1);
    rows.push(...orderRows(wish, places), ...targetRows(wish.work, target, places));
    return places;
  });
  if (limits) rows.push(...limitRows(wishes, choices, limits));
  const chosen = solve({ costs, rows });
  if (!chosen) return null;
  return choices.map(
    (places) => new Set([...places].filter(([, place]) => chosen[place]).map(([key]) => key)),
  );
}

function orderRows({ work, kept, left }: RouteWish, places: ReadonlyMap<string, number>): Row[] {
  return [...places].flatMap(([key, place]): Row[] => [
    ...(work.steps.get(key)?.after ?? []).map(
      (before): Row => ({
        terms: [
          [place, 1],
          [places.get(before) ?? place, -1],
        ],
        atMost: 0,
      }),
    ),
    ...(kept.has(key) ? [{ terms: [[place, 1]] as const, atLeast: 1 }] : []),
    ...(left.has(key) ? [{ terms: [[place, 1]] as const, atMost: 0 }] : []),
  ]);
}

function targetRows(
  { states, steps }: UnitWork,
  target: TargetVerdict,
  places: ReadonlyMap<string, number>,
): Row[] {
  const needs = NEEDS[target];
  const { asked, answered } = completenessOf(states);
  const readiness = readinessOf(states, asAnswered);
  if (readiness === null) return [];
  const all = [...steps.values()].map((step) => ({ step, place: places.get(step.action.key) ?? 0 }));
  return [
    {
      terms: all.map(({ step, place }) => [place, step.gain * SCALE]),
      atLeast: (needs.readiness - readiness - STEADY_NOISE) * SCALE,
    },
    {
      terms: all.filter(({ step }) => isFirst(step)).map(({ step, place }) => [place, openQuestions(step)]),
      atLeast: Math.ceil(steady(needs.completeness * asked)) - answered,
    },
    ...all
      .filter(({ step }) => isDecisive(step, needs.gatingGap))
      .map(({ place }): Row => ({ terms: [[place, 1]], atLeast: 1 })),
  ];
}

/** The step from the level that is there, which answers what is open. */
function isFirst({ state, action }: Step): boolean {
  return action.from === Math.floor(state.level ?? 1);
}

function openQuestions({ state }: Step): number {
  return state.questions.filter(({ status }) => status === "open").length;
}

/** Without this step the gap of a gating capability stays too large. */
function isDecisive({ state, action }: Step, limit: number): boolean {
  return state.capability.gating && steady(gapOf(state)) >= limit && action.to <= state.required - limit + 1;
}

function limitRows(
  wishes: readonly RouteWish[],
  choices: readonly ReadonlyMap<string, number>[],
  { personWeeks, budget }: RouteLimits,
): Row[] {
  const all = wishes.flatMap(({ work }, unit) =>
    [...work.steps.values()].map(({ action }) => ({ action, place: choices[unit]?.get(action.key) ?? 0 })),
  );
  const roles = groupBy(all, ({ action }) => action.role);
  const rows: Row[] = [...roles].map(([role, own]) => ({
    terms: own.map(({ action, place }) => [place, action.personWeeks]),
    atMost: personWeeks.get(role) ?? 0,
  }));
  if (!budget || budget.amount === null) return rows;
  const priced = all.map(({ action, place }): [number, number] => [place, priceOf(action, budget)]);
  return [...rows, { terms: priced, atMost: budget.amount }];
}
