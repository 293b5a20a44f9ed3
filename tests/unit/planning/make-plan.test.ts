import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { lookUp } from "@/lib/framework/lookup";
import { type Framework, LEVELS, type Level, PHASES } from "@/lib/framework/types";
import { costOf } from "@/lib/planning/engine/cost";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { workOf } from "@/lib/planning/engine/unit-work";
import { type Lock, type Plan, type PlanItem, type PlanRequest, TARGET_VERDICTS } from "@/lib/planning/plan";
import { PlanError } from "@/lib/planning/plan-error";
import { lengthOf, partsOf } from "@/lib/planning/weeks";
import type { Answer, Assessment } from "@/lib/scoring/assessment";
import { RATINGS } from "@/lib/scoring/result";
import { loadSolver } from "@/lib/server/planning/solver";
import { answered } from "../../support/answered";
import { questionKeysOf } from "../../support/arbitraries";
import { assessment, capability, framework, wellSuited } from "../../support/method";
import { everybody, planRequest, ROLES, smallFrameworks, suitedAssessmentsOf } from "../../support/planning";

const solve = await loadSolver();

type Asked = { of: Framework; request: PlanRequest };

const smallRequests: fc.Arbitrary<Asked> = smallFrameworks.chain((of) =>
  fc
    .record({
      assessments: fc.tuple(suitedAssessmentsOf(of, "North"), suitedAssessmentsOf(of, "South")),
      targetVerdict: fc.option(fc.constantFrom(...TARGET_VERDICTS)),
      weeks: fc.integer({ min: 6, max: 26 }),
      capacity: fc.array(
        fc.record({
          role: fc.constantFrom(...ROLES),
          fte: fc.constantFrom(0.5, 1, 1.5, 3),
          fromWeek: fc.integer({ min: 1, max: 6 }),
          toWeek: fc.integer({ min: 6, max: 30 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      budget: fc.option(
        fc.record({
          currency: fc.constant("USD"),
          amount: fc.integer({ min: 0, max: 400 }),
          ratePerWeek: fc.record(
            { lead: fc.constantFrom(1, 2.5), engineer: fc.constantFrom(3, 4) },
            { requiredKeys: [] },
          ),
        }),
      ),
      dropped: fc.array(
        fc.record({
          unit: fc.constantFrom("North", "South"),
          action: fc.constantFrom("c1.to-3", "c2.to-4"),
        }),
        { maxLength: 1 },
      ),
    })
    .map((change) => ({ of, request: planRequest(of, change) })),
);

/** Units on the real framework, their levels around one of their own. */
const realRequests: fc.Arbitrary<Asked> = fc
  .record({
    units: fc.array(
      fc.record({
        around: fc.double({ min: 1, max: 4, noNaN: true }),
        off: fc.array(fc.double({ min: -1.4, max: 1.4, noNaN: true }), { minLength: 60, maxLength: 60 }),
        phase: fc.constantFrom(...PHASES),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    fte: fc.constantFrom(1, 2, 4),
    weeks: fc.integer({ min: 12, max: 24 }),
    targetVerdict: fc.option(fc.constantFrom(...TARGET_VERDICTS)),
    budget: fc.integer({ min: 0, max: 2_000_000 }).map((amount) => ({
      currency: "USD",
      amount,
      ratePerWeek: Object.fromEntries(aiScaling.roles.map(({ key }, n) => [key, 2000 + 100 * n])),
    })),
  })
  .map(({ units, fte, ...change }) => ({
    of: aiScaling,
    request: planRequest(aiScaling, {
      ...change,
      capacity: everybody(aiScaling, fte),
      assessments: units.map(({ around, off, phase }, n) => unitAround(`Unit ${n + 1}`, around, off, phase)),
    }),
  }));

function unitAround(
  name: string,
  around: number,
  off: readonly number[],
  targetPhase: Assessment["targetPhase"],
) {
  const answers = questionKeysOf(aiScaling).map((key, n) => {
    const place = Math.min(4, Math.max(0, Math.round(around + (off[n] ?? 0)) - 1));
    return [key, { level: LEVELS[place] ?? 1 }] as const;
  });
  return answered({
    targetPhase,
    suitability: wellSuited,
    unit: { name, regulated: false, unitsInScope: 1, processesInScope: 1 },
    respondents: [{ name: "Assessor", answers: Object.fromEntries(answers) }],
  });
}

/** The plan, or null where what was asked is refused: the refusals have tests of their own. */
function planned({ of, request }: Asked): Plan | null {
  try {
    return makePlan(of, request, solve);
  } catch (error) {
    if (error instanceof PlanError) return null;
    throw error;
  }
}

/** With what `lockOf` makes of one or two actions of the plan. */
const locking = <Chance>(
  requests: fc.Arbitrary<Asked>,
  chances: fc.Arbitrary<Chance>,
  lockOf: (item: PlanItem, chance: Chance) => Pick<Lock, "startWeek" | "parts">,
) =>
  fc
    .tuple(
      requests,
      fc.array(fc.record({ place: fc.nat(), chance: chances }), { minLength: 1, maxLength: 2 }),
    )
    .map(([asked, picks]): Asked => {
      const items = planned(asked)?.items ?? [];
      const locks = picks.flatMap(({ place, chance }): Lock[] => {
        const item = items[place % Math.max(1, items.length)];
        return item ? [{ unit: item.unit, action: item.action, ...lockOf(item, chance) }] : [];
      });
      const keys = locks.map(({ unit, action }) => `${unit} ${action}`);
      const fits = ({ parts = [] }: Lock) => parts.every(({ startWeek }) => startWeek < asked.request.weeks);
      const locked = locks.filter((lock, place) => keys.indexOf(keys[place] ?? "") === place && fits(lock));
      return { ...asked, request: { ...asked.request, locked } };
    });

/** Some locked where their plan has them, or up to three weeks later. */
const moved = (requests: fc.Arbitrary<Asked>) =>
  locking(requests, fc.nat(3), ({ startWeek }, by) => ({ startWeek: startWeek + by }));

/** Some in two or three parts, with pauses of up to three weeks or none. */
const split = (requests: fc.Arbitrary<Asked>) =>
  locking(
    requests,
    fc.record({
      by: fc.nat(1),
      shares: fc.constantFrom([0.5, 0.5], [0.25, 0.75], [0.7, 0.3], [0.3, 0.3, 0.4]),
      pause: fc.nat(3),
    }),
    (item, { by, shares, pause }) => {
      const startWeek = item.startWeek + by;
      let next = startWeek;
      const parts = shares.map((share) => {
        const part = { startWeek: next, personWeeks: share * item.personWeeks };
        next += Math.ceil(share * lengthOf(item)) + pause;
        return part;
      });
      return { startWeek, parts };
    },
  );

function assertPlans(
  requests: fc.Arbitrary<Asked>,
  numRuns: number,
  holds: (plan: Plan, asked: Asked) => void,
) {
  fc.assert(
    fc.property(requests, (asked) => {
      const plan = planned(asked);
      // What cannot be planned is drawn anew.
      fc.pre(plan !== null);
      holds(plan, asked);
    }),
    { numRuns },
  );
}

describe.each([
  ["small frameworks", smallRequests, 120],
  ["small frameworks, some actions moved", moved(smallRequests), 60],
  ["the framework", realRequests, 25],
  ["the framework, some actions moved", moved(realRequests), 5],
  ["small frameworks, some actions split", split(smallRequests), 60],
  ["the framework, some actions split", split(realRequests), 5],
] as const)("every plan on %s", (_, requests, numRuns) => {
  test("starts no action before what it depends on has ended, and none without it", () => {
    assertPlans(requests, numRuns, (plan, { of, request }) => {
      for (const assessment of request.assessments) {
        const { steps } = workOf(of, assessment);
        const own = plan.items.filter(({ unit }) => unit === assessment.unit.name);
        for (const item of own) {
          for (const key of steps.get(item.action)?.after ?? []) {
            const before = own.find(({ action }) => action === key);
            expect(before?.endWeek ?? Number.POSITIVE_INFINITY).toBeLessThan(item.startWeek);
          }
        }
      }
    });
  });

  test("holds what is locked in its week", () => {
    assertPlans(requests, numRuns, (plan, { request }) => {
      for (const { unit, action, startWeek } of request.locked) {
        const item = plan.items.find((one) => one.unit === unit && one.action === action);
        expect(item).toMatchObject({ startWeek, locked: true });
      }
      expect(plan.items.filter(({ locked }) => locked)).toHaveLength(request.locked.length);
    });
  });

  test("does what is split in its parts, one after the other, and all else in one go", () => {
    assertPlans(requests, numRuns, ({ items }, { request }) => {
      for (const item of items) {
        const lock = request.locked.find(({ unit, action }) => unit === item.unit && action === item.action);
        expect(item.parts?.map(({ startWeek }) => startWeek)).toEqual(
          lock?.parts?.map(({ startWeek }) => startWeek),
        );
        const parts = partsOf(item);
        expect(parts.reduce((sum, { personWeeks }) => sum + personWeeks, 0)).toBeCloseTo(item.personWeeks, 9);
        expect(parts[0]?.startWeek).toBe(item.startWeek);
        expect(parts.at(-1)?.endWeek).toBe(item.endWeek);
        for (const [place, part] of parts.entries()) {
          expect(part.endWeek).toBeGreaterThanOrEqual(part.startWeek);
          expect(part.startWeek).toBeGreaterThan(parts[place - 1]?.endWeek ?? 0);
        }
      }
    });
  });

  test("uses no more people than there are, and says how many it uses", () => {
    assertPlans(requests, numRuns, (plan, { request: { capacity, weeks } }) => {
      for (const { role, week, used, capacity: there } of plan.load) {
        const own = plan.items.filter((item) => item.role === role);
        expect(used).toBeCloseTo(usedIn(own, week), 6);
        expect(used).toBeLessThanOrEqual(there);
        const given = capacity.filter(
          (one) => one.role === role && one.fromWeek <= week && one.toWeek >= week,
        );
        expect(there).toBe(given.reduce((sum, { fte }) => sum + fte, 0));
      }
      for (const item of plan.items) {
        expect(item.startWeek).toBeGreaterThanOrEqual(1);
        expect(item.endWeek).toBeLessThanOrEqual(weeks);
        expect(plan.load.some(({ role }) => role === item.role)).toBe(true);
      }
    });
  });

  test("keeps to the budget, and its phases sum to its cost", () => {
    assertPlans(requests, numRuns, ({ cost, items }, { request: { budget } }) => {
      if (!budget) {
        expect(cost.amount).toBeNull();
        return;
      }
      const spent = items.reduce(
        (sum, { role, personWeeks }) => sum + personWeeks * (budget.ratePerWeek[role] ?? 0),
        0,
      );
      expect(cost.amount).toBeCloseTo(spent, 6);
      const phases = Object.values(cost.byPhase);
      if (phases.length > 0) expect(phases.reduce((sum, part) => sum + part, 0)).toBeCloseTo(spent, 6);
      expect(spent).toBeLessThanOrEqual((budget.amount ?? Number.POSITIVE_INFINITY) + 1e-6);
      expect(cost.withoutRate).toEqual(
        ROLES.filter(
          (role) => budget.ratePerWeek[role] === undefined && items.some((item) => item.role === role),
        ),
      );
    });
  });

  test("claims what rescoring the levels that its actions reach gives", () => {
    assertPlans(requests, numRuns, (plan, { of, request }) => {
      for (const [place, assessment] of request.assessments.entries()) {
        const unit = plan.units[place];
        const now = evaluate(of, assessment);
        const then = evaluate(of, raised(of, assessment, plan.items));
        expect(unit?.readinessNow).toBe(now.readiness.value);
        expect(unit?.verdictNow).toBe(now.verdict.outcome);
        if (then.readiness.value === null) expect(unit?.readinessPlanned).toBeNull();
        else expect(unit?.readinessPlanned).toBeCloseTo(then.readiness.value, 9);
        expect(unit?.verdictPlanned).toBe(then.verdict.outcome);
      }
    });
  });

  test("leaves residual risk no higher than today's, and that no higher than inherent", () => {
    assertPlans(requests, numRuns, (plan, { of, request }) => {
      for (const assessment of request.assessments) {
        const own = plan.items.filter(({ unit }) => unit === assessment.unit.name);
        const { risks } = evaluate(of, { ...assessment, acceptedActions: own.map(({ action }) => action) });
        for (const { inherent, rating, residual } of risks) {
          expect(RATINGS.indexOf(residual)).toBeLessThanOrEqual(RATINGS.indexOf(rating));
          expect(RATINGS.indexOf(rating)).toBeLessThanOrEqual(RATINGS.indexOf(inherent));
        }
      }
    });
  });

  test("is the same for the same request", () => {
    assertPlans(requests, Math.ceil(numRuns / 4), (plan, { of, request }) => {
      expect(JSON.stringify(makePlan(of, structuredClone(request), solve))).toBe(JSON.stringify(plan));
    });
  });

  test("says of everything that does not fit why, and what it would take", () => {
    assertPlans(requests, numRuns, (plan, { request }) => {
      for (const { unit, action, wouldNeed } of plan.unplaced) {
        expect(wouldNeed).not.toBe("");
        expect(plan.items.some((item) => item.unit === unit && item.action === action)).toBe(false);
      }
      for (const { unit, action } of request.dropped) {
        expect(plan.items.some((item) => item.unit === unit && item.action === action)).toBe(false);
      }
    });
  });

  test("has a critical path up to its last week", () => {
    assertPlans(requests, numRuns, ({ items }, { of, request }) => {
      if (items.length === 0) return;
      const end = Math.max(...items.map(({ endWeek }) => endWeek));
      for (const item of items) {
        const work = request.assessments
          .map((one) => workOf(of, one))
          .find(({ assessment }) => assessment.unit.name === item.unit);
        const next = items.filter(
          ({ unit, action }) => unit === item.unit && work?.steps.get(action)?.after.includes(item.action),
        );
        const pressed = next.some(
          (one) => one.critical && one.startWeek === item.endWeek + 1 && !hasPause(one),
        );
        expect(item.critical).toBe(item.endWeek === end || pressed);
      }
    });
  });
});

/** In a pause there are weeks to spare. */
function hasPause(item: PlanItem): boolean {
  const worked = partsOf(item).reduce((sum, part) => sum + lengthOf(part), 0);
  return worked < lengthOf(item);
}

function usedIn(items: readonly PlanItem[], week: number): number {
  return items
    .flatMap(partsOf)
    .filter(({ startWeek, endWeek }) => startWeek <= week && endWeek >= week)
    .reduce((sum, { personWeeks, startWeek, endWeek }) => sum + personWeeks / (endWeek - startWeek + 1), 0);
}

/** Answered anew: each capability on the highest level that an unbroken chain of the items brings it to. */
function raised(of: Framework, assessment: Assessment, items: readonly PlanItem[]): Assessment {
  const own = items.filter(({ unit }) => unit === assessment.unit.name);
  const answers = Object.fromEntries(
    workOf(of, assessment).states.flatMap(({ capability, level }) => {
      let reached = Math.floor(level ?? 1);
      while (own.some(({ action }) => action === `${capability.key}.to-${reached + 1}`)) reached += 1;
      if (reached <= (level ?? 1)) return [];
      return capability.questions.map(({ key }): [string, Answer] => [key, { level: reached as Level }]);
    }),
  );
  const people =
    assessment.respondents.length > 0 ? assessment.respondents : [{ name: "Somebody", answers: {} }];
  return {
    ...assessment,
    respondents: people.map((one) => ({ ...one, answers: { ...one.answers, ...answers } })),
  };
}

describe("windows", () => {
  test("with people enough, every gap closes within the weeks that the method gives its action", () => {
    const lookup = lookUp(aiScaling);
    const ample = realRequests.map(({ of, request }) => ({
      of,
      request: {
        ...request,
        weeks: 24,
        targetVerdict: null,
        budget: null,
        capacity: everybody(aiScaling, 100),
      },
    }));
    assertPlans(ample, 30, ({ items, unplaced, units }) => {
      expect(unplaced).toEqual([]);
      for (const { readinessPlanned } of units) expect(readinessPlanned).toBeCloseTo(100, 9);
      for (const item of items) {
        const action = lookup.actions.get(item.action);
        const window = aiScaling.windows.find(({ key }) => key === action?.window);
        expect(item.startWeek).toBeGreaterThanOrEqual(window?.fromWeek ?? 25);
        expect(item.endWeek).toBeLessThanOrEqual(window?.toWeek ?? 0);
        expect(item.endWeek - item.startWeek + 1).toBe(action?.elapsedWeeks);
      }
    });
  });

  test("data infrastructure is prepared with the other four, in weeks 4 to 6", () => {
    const unit = unitAround("Unit", 2, [], "expansion");
    const request = planRequest(aiScaling, {
      assessments: [unit],
      targetVerdict: null,
      capacity: everybody(aiScaling, 100),
    });
    const { items } = makePlan(aiScaling, request, solve);
    const data = items.filter(({ startWeek, endWeek, capability: key }) => {
      const { infrastructure } = lookUp(aiScaling).capabilities.get(key) ?? {};
      return infrastructure === "data" && startWeek >= 4 && endWeek <= 6;
    });
    expect(data.map(({ action }) => action)).toContain("data-foundation.to-3");
  });
});

describe("what does not fit", () => {
  const of = framework({ technical: [capability("only", { required: 3 })] });
  const one = assessment(of, { "only.q1": 1 });
  const asked = (change: Partial<PlanRequest>) =>
    planRequest(of, { assessments: [one], weeks: 4, ...change });

  test("for want of people would fit with the people it asks for, and not with fewer", () => {
    let seen = 0;
    assertPlans(smallRequests, 200, ({ unplaced, load }, { of: small }) => {
      for (const { why, action, wouldNeed } of unplaced) {
        if (why !== "capacity") continue;
        seen += 1;
        const words = /^([\d.]+) more (\w+) in weeks? (\d+)(?:–(\d+))?$/.exec(wouldNeed);
        const [, fte, role, from, to = from] = words ?? [];
        const { personWeeks = 0 } = lookUp(small).actions.get(action) ?? {};
        const share = personWeeks / (Number(to) - Number(from) + 1);
        const left = Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => {
          const there = load.find((one) => one.role === role && one.week === Number(from) + n);
          return (there?.capacity ?? 0) - (there?.used ?? 0);
        });
        expect(Math.min(...left) + Number(fte)).toBeGreaterThanOrEqual(share - 1e-6);
        expect(Math.min(...left) + Number(fte) - 0.11).toBeLessThan(share);
      }
    });
    expect(seen).toBeGreaterThan(50);
  });

  test("people", () => {
    const few = [{ role: "lead", fte: 0.25, fromWeek: 1, toWeek: 3 }];
    expect(makePlan(of, asked({ capacity: few }), solve).unplaced).toEqual([
      {
        unit: "Retail Banking",
        action: "only.to-2",
        why: "capacity",
        wouldNeed: "0.1 more Lead in weeks 1–3",
      },
      { unit: "Retail Banking", action: "only.to-3", why: "dependency", wouldNeed: "first: " },
    ]);
  });

  test("money", () => {
    const budget = { currency: "USD", amount: 1500, ratePerWeek: { lead: 1000 } };
    const plan = makePlan(of, asked({ budget }), solve);
    expect(plan.items.map(({ action }) => action)).toEqual(["only.to-2"]);
    expect(plan.unplaced).toEqual([
      { unit: "Retail Banking", action: "only.to-3", why: "budget", wouldNeed: "500 USD more" },
    ]);
    expect(plan.units[0]?.remains).toEqual(["Readiness for expansion is 50.0, below 65."]);
  });

  test("weeks", () => {
    expect(makePlan(of, asked({ weeks: 1 }), solve).unplaced).toEqual([
      { unit: "Retail Banking", action: "only.to-3", why: "weeks", wouldNeed: "a plan of 2 weeks" },
    ]);
  });

  test("what hangs on a dropped action", () => {
    const dropped = [{ unit: "Retail Banking", action: "only.to-2" }];
    const plan = makePlan(of, asked({ dropped, targetVerdict: null }), solve);
    expect(plan.items).toEqual([]);
    expect(plan.unplaced).toMatchObject([{ action: "only.to-3", why: "dropped" }]);
  });
});

describe("locks", () => {
  const of = framework({ technical: [capability("a", { required: 3 }), capability("b", { required: 3 })] });
  const one = assessment(of, { "a.q1": 1, "b.q1": 2 });
  const asked = (change: Partial<PlanRequest>) =>
    planRequest(of, { assessments: [one], weeks: 8, targetVerdict: null, ...change });
  const lock = (action: string, startWeek: number) => ({ unit: "Retail Banking", action, startWeek });

  test("hold an action where it was put, and everything else goes around it", () => {
    const { items } = makePlan(
      of,
      asked({ locked: [lock("a.to-3", 7)], capacity: everybody(of, 1, 8) }),
      solve,
    );
    expect(items.find(({ action }) => action === "a.to-3")).toMatchObject({
      startWeek: 7,
      endWeek: 7,
      locked: true,
    });
    expect(items.map(({ action }) => action).sort()).toEqual(["a.to-2", "a.to-3", "b.to-3"]);
  });

  test("bring an action that the target would not ask for, and what it depends on", () => {
    const { items } = makePlan(of, asked({ locked: [lock("b.to-4", 6)] }), solve);
    expect(items.filter(({ capability: key }) => key === "b").map(({ action }) => action)).toEqual([
      "b.to-3",
      "b.to-4",
    ]);
  });

  test.each([
    [
      "beyond the plan",
      [lock("a.to-3", 9)],
      "locked[0].startWeek: expected a week from 1 to 8, so that it ends within the plan",
    ],
    [
      "before what it depends on",
      [lock("a.to-3", 1)],
      "locked[0].startWeek: expected week 2 or later, after what it depends on",
    ],
    [
      "before a lock that it depends on",
      [lock("a.to-2", 5), lock("a.to-3", 4)],
      "locked[1].startWeek: expected week 6 or later, after what it depends on",
    ],
    [
      "of an action that is done",
      [lock("b.to-2", 1)],
      "locked[0].action: expected an action that is ahead of the unit and hangs on none that was dropped",
    ],
  ])("%s are refused", (_, locked, message) => {
    expect(() => makePlan(of, asked({ locked }), solve)).toThrow(message);
  });

  test("take longer where people are short, the earliest first", () => {
    const locked = [lock("b.to-3", 4), lock("a.to-2", 3)];
    const capacity = [
      { role: "lead", fte: 1, fromWeek: 1, toWeek: 3 },
      { role: "lead", fte: 0.5, fromWeek: 4, toWeek: 8 },
    ];
    const { items } = makePlan(of, asked({ locked, capacity }), solve);
    expect(items.filter((item) => item.locked)).toMatchObject([
      { action: "a.to-2", startWeek: 3, endWeek: 3 },
      { action: "b.to-3", startWeek: 4, endWeek: 5 },
    ]);
  });

  test("that find too few people through to the end are refused", () => {
    const locked = [lock("a.to-2", 3), lock("b.to-3", 3)];
    expect(() => makePlan(of, asked({ locked, capacity: everybody(of, 1, 3) }), solve)).toThrow(
      "locked[1].startWeek: expected a week from which the other locked actions leave it enough people (Lead), or more of them",
    );
  });

  test("of what hangs on a dropped action are refused", () => {
    const dropped = [{ unit: "Retail Banking", action: "a.to-2" }];
    expect(() => makePlan(of, asked({ locked: [lock("a.to-3", 5)], dropped }), solve)).toThrow(
      "locked[0].action: expected an action that is ahead of the unit and hangs on none that was dropped",
    );
  });

  test("with nobody to do what comes first are refused", () => {
    const capacity = [{ role: "lead", fte: 1, fromWeek: 3, toWeek: 8 }];
    expect(() => makePlan(of, asked({ locked: [lock("a.to-3", 3)], capacity }), solve)).toThrow(
      /^locked\[0\]\.startWeek: expected a later week, or more people or budget for what comes before/,
    );
  });
});

describe("parts", () => {
  const of = framework({ technical: [capability("a", { required: 3 })] });
  const long: Framework = {
    ...of,
    areas: of.areas.map((area) => ({
      ...area,
      capabilities: area.capabilities.map((own) => ({
        ...own,
        actions: own.actions.map((action) => ({ ...action, personWeeks: 6, elapsedWeeks: 3 })),
      })),
    })),
  };
  const one = assessment(long, { "a.q1": 1 });
  const asked = (...parts: [startWeek: number, personWeeks: number][]) =>
    planRequest(of, {
      assessments: [one],
      weeks: 24,
      targetVerdict: null,
      capacity: everybody(of, 2),
      locked: [
        {
          unit: "Retail Banking",
          action: "a.to-2",
          startWeek: parts[0]?.[0] ?? 1,
          parts: parts.map(([startWeek, personWeeks]) => ({ startWeek, personWeeks })),
        },
      ],
    });

  test("each takes its share of the weeks, people are free in the pause, and what follows waits for the last", () => {
    const { items, load } = makePlan(long, asked([2, 2], [8, 4]), solve);
    expect(items).toMatchObject([
      {
        action: "a.to-2",
        startWeek: 2,
        endWeek: 9,
        personWeeks: 6,
        locked: true,
        parts: [
          { startWeek: 2, endWeek: 2, personWeeks: 2 },
          { startWeek: 8, endWeek: 9, personWeeks: 4 },
        ],
      },
      { action: "a.to-3", startWeek: 10, endWeek: 12 },
    ]);
    expect(items[1]).not.toHaveProperty("parts");
    expect(load.filter(({ used }) => used > 0).map(({ week }) => week)).toEqual([2, 8, 9, 10, 11, 12]);
  });

  test("a part takes longer where people are short", () => {
    const { items } = makePlan(long, { ...asked([2, 2], [8, 4]), capacity: everybody(of, 1) }, solve);
    expect(items[0]?.parts).toMatchObject([
      { startWeek: 2, endWeek: 3 },
      { startWeek: 8, endWeek: 11 },
    ]);
  });

  test("cost counts in the phase of each part", () => {
    const [item] = makePlan(long, asked([2, 2], [20, 4]), solve).items;
    if (!item) throw new Error("nothing is planned");
    const budget = { currency: "USD", amount: null, ratePerWeek: { lead: 10 } };
    expect(costOf(aiScaling, 24, [item], budget)).toMatchObject({
      amount: 60,
      byPhase: { foundation: 20, expansion: 0, optimization: 40 },
    });
  });

  test("begin after what the action depends on", () => {
    const request = asked([1, 2], [8, 4]);
    const locked = request.locked.map((lock) => ({ ...lock, action: "a.to-3" }));
    expect(() => makePlan(long, { ...request, locked }, solve)).toThrow(
      "locked[0].parts[0].startWeek: expected week 4 or later, after what it depends on",
    );
  });

  test.each<[string, [number, number][], string]>([
    [
      "that do not add up",
      [
        [2, 2],
        [8, 3],
      ],
      "locked[0].parts: expected parts that add up to its 6 person-weeks: 1 more",
    ],
    [
      "that are too much",
      [
        [2, 2],
        [8, 4.5],
      ],
      "locked[0].parts: expected parts that add up to its 6 person-weeks: 0.5 less",
    ],
    [
      "that overlap",
      [
        [2, 4],
        [3, 2],
      ],
      "locked[0].parts[1].startWeek: expected week 4 or later, after the part before it",
    ],
    [
      "out of order",
      [
        [8, 2],
        [2, 4],
      ],
      "locked[0].parts[1].startWeek: expected week 9 or later, after the part before it",
    ],
    [
      "beyond the plan",
      [
        [8, 2],
        [24, 4],
      ],
      "locked[0].parts[1].startWeek: expected a week from 1 to 23, so that it ends within the plan",
    ],
  ])("%s are refused", (_, parts, message) => {
    expect(() => makePlan(long, asked(...parts), solve)).toThrow(message);
  });
});

describe("refused", () => {
  const of = framework({ technical: [capability("a", { required: 3 })] });

  test("a plan without anybody", () => {
    const nobody = planRequest(of, {
      assessments: [assessment(of, { "a.q1": 1 })],
      capacity: everybody(of, 0),
    });
    expect(() => makePlan(of, nobody, solve)).toThrow(
      /^capacity: expected at least one role with more than 0 fte/,
    );
  });

  test("a target below today", () => {
    const ready = planRequest(of, {
      assessments: [assessment(of, { "a.q1": 3 })],
      targetVerdict: "readyWithConditions",
    });
    expect(() => makePlan(of, ready, solve)).toThrow(
      "targetVerdict: expected no less than today: the verdict is ready already",
    );
  });

  test("actions that wait for each other", () => {
    const circular: Framework = {
      ...of,
      areas: of.areas.map((area) => ({
        ...area,
        capabilities: area.capabilities.map((own) => ({
          ...own,
          actions: own.actions.map((action) => ({ ...action, after: action.to === 2 ? ["a.to-3"] : [] })),
        })),
      })),
    };
    const request = planRequest(circular, {
      assessments: [assessment(circular, { "a.q1": 1 })],
      targetVerdict: null,
    });
    expect(() => makePlan(circular, request, solve)).toThrow(
      "framework: expected actions without a circle: a.to-2 after a.to-3 after a.to-2",
    );
  });

  test("nothing is asked of a unit that is where it should be", () => {
    const request = planRequest(of, { assessments: [assessment(of, { "a.q1": 3 })] });
    expect(makePlan(of, request, solve)).toMatchObject({ items: [], unplaced: [], milestones: [] });
  });
});

test("milestones end the phases in which something ends, and each unit's part", () => {
  const request = planRequest(aiScaling, {
    assessments: [unitAround("North", 2, [], "foundation")],
    capacity: everybody(aiScaling, 4),
  });
  const { milestones, items } = makePlan(aiScaling, request, solve);
  const last = Math.max(...items.map(({ endWeek }) => endWeek));
  expect(milestones.map(({ week, title }) => [week, title])).toEqual([
    [6, "Foundation is complete"],
    [last, "North: ready"],
    [18, "Expansion is complete"],
  ]);
  expect(milestones[0]?.criteria).toContain("North: Data foundation at level 3");
});
