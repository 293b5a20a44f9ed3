import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { SUCCESS_STORIES } from "@/lib/framework/success-stories";
import { CRITERIA, CRITERION_RULES, type Criterion, stepOf } from "@/lib/planning/approach-criteria";
import { type ApproachFacts, adviseApproach } from "@/lib/planning/engine/approach";
import { approachFacts } from "@/lib/planning/engine/approach-facts";
import { workOf } from "@/lib/planning/engine/unit-work";
import { APPROACHES } from "@/lib/planning/plan";
import { REFERENCE_CASES } from "@/lib/planning/reading/reference-cases";
import { answered } from "../../support/answered";

const figure = (criterion: Criterion) => {
  const { least, most, from } = CRITERION_RULES[criterion];
  return fc.option(fc.integer({ min: least, max: Math.min(most, from[3] * 2) }));
};
const facts: fc.Arbitrary<ApproachFacts> = fc.record({
  units: figure("units"),
  processes: figure("processes"),
  likeness: figure("likeness"),
  readinessSpread: figure("readinessSpread"),
  centralGovernance: figure("centralGovernance"),
  localSupport: figure("localSupport"),
  urgency: figure("urgency"),
  riskTolerance: figure("riskTolerance"),
  budget: figure("budget"),
});

const silent: ApproachFacts = {
  units: null,
  processes: null,
  likeness: null,
  readinessSpread: null,
  centralGovernance: null,
  localSupport: null,
  urgency: null,
  riskTolerance: null,
  budget: null,
};

test.each(REFERENCE_CASES)("$story scales as the method has it", ({ story, facts }) => {
  const { approach } = SUCCESS_STORIES.find(({ key }) => key === story) ?? {};
  expect(approach).toBeDefined();
  expect(adviseApproach(facts)).toMatchObject({ recommended: approach, tooCloseToCall: false });
});

test("every success story is a reference case", () => {
  expect(REFERENCE_CASES.map(({ story }) => story)).toEqual(SUCCESS_STORIES.map(({ key }) => key));
});

test("who knows nothing is told that it is too close to call, and what comes first risks least at once", () => {
  const advice = adviseApproach(silent);
  expect(advice).toMatchObject({ recommended: "phased", tooCloseToCall: true, flip: null });
  expect(advice.scores).toEqual({ phased: 50, parallel: 50, hybrid: 50 });
});

test("strong local support speaks for scaling in parallel, and losing it turns the advice", () => {
  const advice = adviseApproach({ ...silent, localSupport: 5 });
  expect(advice.scores).toEqual({ phased: 42, parallel: 60, hybrid: 55 });
  expect(advice.recommended).toBe("parallel");
  expect(advice.flip).toEqual({ criterion: "localSupport", from: 5, to: 3, recommends: "phased" });
});

test("scores are 50 and what the criteria add, between 0 and 100; the highest is recommended", () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { scores, contributions, recommended } = adviseApproach(given);
      for (const approach of APPROACHES) {
        const sum = contributions.reduce((total, own) => total + own[approach], 50);
        expect(scores[approach]).toBeCloseTo(sum, 9);
        expect(scores[approach]).toBeGreaterThanOrEqual(0);
        expect(scores[approach]).toBeLessThanOrEqual(100);
        expect(scores[recommended]).toBeGreaterThanOrEqual(scores[approach] - 1e-9);
      }
    }),
  );
});

describe("the flip", () => {
  const flipped = facts.map((given) => ({ given, flip: adviseApproach(given).flip }));

  test("turns the advice into what it says", () => {
    fc.assert(
      fc.property(flipped, ({ given, flip }) => {
        fc.pre(flip !== null);
        expect(flip?.from).toBe(given[flip?.criterion ?? "units"]);
        const changed = adviseApproach({ ...given, [flip?.criterion ?? "units"]: flip?.to });
        expect(changed.recommended).toBe(flip?.recommends);
        expect(changed.recommended).not.toBe(adviseApproach(given).recommended);
      }),
    );
  });

  test("does not come with a smaller change of that criterion", () => {
    fc.assert(
      fc.property(flipped, fc.nat(), ({ given, flip }, some) => {
        fc.pre(flip !== null && Math.abs(flip.to - flip.from) > 1);
        if (!flip) return;
        const way = Math.sign(flip.to - flip.from);
        const smaller = flip.from + way * (1 + (some % (Math.abs(flip.to - flip.from) - 1)));
        const changed = adviseApproach({ ...given, [flip.criterion]: smaller });
        expect(changed.recommended).toBe(adviseApproach(given).recommended);
      }),
    );
  });

  test("no other criterion turns it in fewer steps; none at all where none is named", () => {
    fc.assert(
      fc.property(flipped, ({ given, flip }) => {
        const { recommended } = adviseApproach(given);
        const rule = (criterion: Criterion) => CRITERION_RULES[criterion];
        const steps = flip
          ? Math.abs(stepOf(rule(flip.criterion), flip.to) - stepOf(rule(flip.criterion), flip.from))
          : 5;
        for (const criterion of CRITERIA) {
          const from = given[criterion];
          if (from === null) continue;
          const { least, from: steps5 } = rule(criterion);
          for (const to of [least, ...steps5]) {
            const away = Math.abs(stepOf(rule(criterion), to) - stepOf(rule(criterion), from));
            if (away < steps)
              expect(adviseApproach({ ...given, [criterion]: to }).recommended).toBe(recommended);
          }
        }
      }),
    );
  });
});

describe("what the assessments say", () => {
  const unit = (name: string, unitsInScope: number, processesInScope: number, regulated: boolean) =>
    workOf(aiScaling, answered({ unit: { name, unitsInScope, processesInScope, regulated } }));

  test("scope adds up, units alike are 100 % alike, and a regulated one tolerates less risk", () => {
    const said = approachFacts([unit("A", 12, 8, true), unit("B", 3, 42, false)], {});
    expect(said).toMatchObject({
      units: 15,
      processes: 50,
      likeness: 100,
      readinessSpread: 0,
      riskTolerance: 2,
    });
    expect(said.urgency).toBeNull();
  });

  test("one unit says nothing of likeness and spread", () => {
    expect(approachFacts([unit("A", 1, 1, false)], {})).toMatchObject({
      likeness: null,
      readinessSpread: null,
      riskTolerance: null,
    });
  });

  test("what is stated goes before it", () => {
    const said = approachFacts([unit("A", 1, 1, true)], { urgency: 5, riskTolerance: 4, units: 30 });
    expect(said).toMatchObject({ urgency: 5, riskTolerance: 4, units: 30 });
  });
});
