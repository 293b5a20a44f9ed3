import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Framework } from "@/lib/framework/types";
import { cheapestRoute, type RouteLimits } from "@/lib/planning/engine/cheapest-route";
import { planUnit } from "@/lib/planning/engine/planned-unit";
import { type UnitWork, workOf } from "@/lib/planning/engine/unit-work";
import { TARGET_VERDICTS, type TargetVerdict } from "@/lib/planning/plan";
import type { Assessment } from "@/lib/scoring/assessment";
import { OUTCOMES } from "@/lib/scoring/result";
import { loadSolver } from "@/lib/server/planning/solver";
import { assessment, capability, framework } from "../../support/method";
import { ROLES, smallFrameworks, suitedAssessmentsOf } from "../../support/planning";

const solve = await loadSolver();
const NONE: ReadonlySet<string> = new Set();

const limits: fc.Arbitrary<RouteLimits | null> = fc.option(
  fc.record({
    personWeeks: fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
      .map((weeks) => new Map(ROLES.map((role, n) => [role, weeks[n] ?? 0]))),
    budget: fc.option(
      fc.record({
        amount: fc.integer({ min: 0, max: 120 }),
        ratePerWeek: fc.record({
          lead: fc.integer({ min: 1, max: 5 }),
          engineer: fc.integer({ min: 1, max: 5 }),
        }),
      }),
    ),
  }),
);

/** The least effort of all sets of actions that hold what they depend on, tried one by one and rescored. */
function leastByTrial(
  of: Framework,
  work: UnitWork,
  target: TargetVerdict,
  within: RouteLimits | null,
): number | null {
  let least: number | null = null;
  for (const keys of closedSets(work)) {
    const actions = keys.flatMap((key) => work.steps.get(key)?.action ?? []);
    if (!isWithin(within, actions)) continue;
    const { verdictPlanned } = planUnit(of, work, keys, target);
    if (OUTCOMES.indexOf(verdictPlanned) < OUTCOMES.indexOf(target)) continue;
    const effort = actions.reduce((sum, { personWeeks }) => sum + personWeeks, 0);
    least = least === null ? effort : Math.min(least, effort);
  }
  return least;
}

/** Each capability up to one of its levels, in every combination that its ties allow. */
function closedSets({ steps, states }: UnitWork): string[][] {
  let sets: string[][] = [[]];
  for (const { capability: own } of states) {
    const ahead = own.actions.map(({ key }) => key).filter((key) => steps.has(key));
    sets = sets.flatMap((set) =>
      [0, ...ahead.map((_, n) => n + 1)].map((n) => [...set, ...ahead.slice(0, n)]),
    );
  }
  return sets.filter((set) =>
    set.every((key) => steps.get(key)?.after.every((before) => set.includes(before))),
  );
}

function isWithin(
  within: RouteLimits | null,
  actions: readonly { role: string; personWeeks: number }[],
): boolean {
  if (!within) return true;
  const used = (role: string) =>
    actions.filter((action) => action.role === role).reduce((sum, { personWeeks }) => sum + personWeeks, 0);
  const cost = ROLES.reduce((sum, role) => sum + used(role) * (within.budget?.ratePerWeek[role] ?? 0), 0);
  return (
    ROLES.every((role) => used(role) <= (within.personWeeks.get(role) ?? 0)) &&
    cost <= (within.budget?.amount ?? Number.POSITIVE_INFINITY)
  );
}

const given: fc.Arbitrary<{ of: Framework; assessment: Assessment }> = smallFrameworks.chain((of) =>
  suitedAssessmentsOf(of).map((assessment) => ({ of, assessment })),
);

test("takes the least effort of all routes that could be tried, under people and budget", () => {
  let reached = 0;
  let ruledOut = 0;
  fc.assert(
    fc.property(given, fc.constantFrom(...TARGET_VERDICTS), limits, ({ of, assessment }, target, within) => {
      const work = workOf(of, assessment);
      fc.pre(work.states.some(({ status }) => status !== "excluded"));
      const [route] = cheapestRoute([{ work, kept: NONE, left: NONE }], target, within, solve) ?? [];
      const least = leastByTrial(of, work, target, within);
      if (!route) {
        expect(least).toBeNull();
        ruledOut += 1;
        return;
      }
      const effort = [...route].reduce((sum, key) => sum + (work.steps.get(key)?.action.personWeeks ?? 0), 0);
      expect(effort).toBe(least);
      expect(OUTCOMES.indexOf(planUnit(of, work, [...route], target).verdictPlanned)).toBeGreaterThanOrEqual(
        OUTCOMES.indexOf(target),
      );
      reached += 1;
    }),
    { numRuns: 300 },
  );
  // Both kinds came up often enough to mean something.
  expect(reached).toBeGreaterThan(100);
  expect(ruledOut).toBeGreaterThan(10);
});

/** With so many person-weeks for an action, or for each one of a capability. */
function priced(of: Framework, efforts: Readonly<Record<string, number>>): Framework {
  return {
    ...of,
    areas: of.areas.map((area) => ({
      ...area,
      capabilities: area.capabilities.map((own) => ({
        ...own,
        actions: own.actions.map((action) => ({
          ...action,
          personWeeks: efforts[action.key] ?? efforts[own.key] ?? 1,
        })),
      })),
    })),
  };
}

test("exactly the readiness that is asked for is enough, whatever the last digit of its sum", () => {
  const bare = framework({
    technical: [
      capability("gate", { weight: 3, gating: true }),
      capability("done", { weight: 2, required: 3 }),
      capability("open", { weight: 1.5, required: 5, questions: [1, 1] }),
      capability("third", { weight: 1, questions: [1, 2] }),
    ],
  });
  const of = priced(bare, {
    gate: 1.5,
    open: 4.5,
    "open.to-2": 1.5,
    "open.to-4": 5,
    "open.to-5": 0.5,
    "third.to-2": 1.5,
    "third.to-3": 4,
    "third.to-4": 0.5,
    "third.to-5": 6,
  });
  const given = { "gate.q1": 3, "done.q1": 5, "third.q1": 1, "third.q2": 2 };
  const work = workOf(of, assessment(of, given));
  const [route] = cheapestRoute([{ work, kept: NONE, left: NONE }], "ready", null, solve) ?? [];
  // 3 × 1 + 2 × 1 + 1.5 × 1/4 + 1 × 1 is 85 % of 7.5.
  expect([...(route ?? [])]).toEqual(["gate.to-4", "open.to-2", "third.to-2", "third.to-3", "third.to-4"]);
});

describe("by hand", () => {
  const of = framework({
    technical: [
      capability("dear", { weight: 1 }),
      capability("cheap", { weight: 1 }),
      capability("gate", { gating: true }),
    ],
  });
  const dearly = priced(of, { dear: 9, cheap: 2, gate: 5 });
  const route = (levels: Record<string, number>, target: TargetVerdict, left = NONE, kept = NONE) => {
    const work = workOf(dearly, assessment(dearly, levels));
    const [keys] = cheapestRoute([{ work, kept, left }], target, null, solve) ?? [];
    return keys && [...keys];
  };

  test("a gating gap closes whatever it costs, the rest by what it costs a point", () => {
    // Readiness is (1/3 + 1/3 + 2/3) / 3 = 44; the gate must go to 4, and 85 needs 7 of 9 thirds.
    expect(route({ "dear.q1": 2, "cheap.q1": 2, "gate.q1": 3 }, "ready")).toEqual([
      "dear.to-3",
      "cheap.to-3",
      "cheap.to-4",
      "gate.to-4",
    ]);
  });

  test("what is there already asks for nothing", () => {
    expect(route({ "dear.q1": 4, "cheap.q1": 4, "gate.q1": 4 }, "ready")).toEqual([]);
  });

  test("what is left out is gone around, or rules it out", () => {
    const levels = { "dear.q1": 2, "cheap.q1": 2, "gate.q1": 4 };
    expect(route(levels, "readyWithConditions")).toEqual(["cheap.to-3"]);
    expect(route(levels, "readyWithConditions", new Set(["cheap.to-3", "cheap.to-4"]))).toEqual([
      "dear.to-3",
    ]);
    expect(route({ ...levels, "gate.q1": 1 }, "ready", new Set(["gate.to-3"]))).toBeUndefined();
  });

  test("what is kept is in it", () => {
    const levels = { "dear.q1": 2, "cheap.q1": 2, "gate.q1": 4 };
    expect(route(levels, "readyWithConditions", NONE, new Set(["dear.to-3"]))).toEqual(["dear.to-3"]);
  });
});
