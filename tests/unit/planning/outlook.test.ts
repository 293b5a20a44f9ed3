import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { INFRASTRUCTURES, PITFALLS } from "@/lib/framework/types";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { outlookOf } from "@/lib/planning/engine/outlook";
import type { Plan } from "@/lib/planning/plan";
import { RATINGS } from "@/lib/scoring/result";
import { answered } from "../../support/answered";
import { everybody, planRequest, suitedAssessmentsOf } from "../../support/planning";

// Closing every gap asks nothing of a solver.
const planFor = (assessment: ReturnType<typeof answered>, fte: number) =>
  makePlan(
    aiScaling,
    planRequest(aiScaling, {
      assessments: [assessment],
      targetVerdict: null,
      capacity: everybody(aiScaling, fte),
    }),
    () => null,
  );

const cases = fc
  .tuple(suitedAssessmentsOf(aiScaling), fc.constantFrom(0.25, 1, 4))
  .map(([assessment, fte]) => ({ assessment, plan: planFor(assessment, fte) }));

const unitOf = (plan: Plan) => plan.units[0] ?? expect.fail("the plan has no unit");

describe("what becomes of a unit", () => {
  test("no risk grows by a plan, and none is above what it would be without controls", () => {
    fc.assert(
      fc.property(cases, ({ assessment, plan }) => {
        const { risks } = outlookOf(aiScaling, assessment, plan);
        for (const { now, planned } of risks) {
          expect(RATINGS.indexOf(planned.rating)).toBeLessThanOrEqual(RATINGS.indexOf(now.rating));
          expect(RATINGS.indexOf(now.rating)).toBeLessThanOrEqual(RATINGS.indexOf(now.inherent));
        }
        expect(risks.map(({ now }) => now)).toEqual(evaluate(aiScaling, assessment).risks);
      }),
      { numRuns: 40 },
    );
  });

  test("levels, states and readiness are those that the plan claims", () => {
    fc.assert(
      fc.property(cases, ({ assessment, plan }) => {
        const { infrastructures } = outlookOf(aiScaling, assessment, plan);
        const all = infrastructures.flatMap(({ capabilities }) => capabilities);
        expect(all.flatMap(({ items }) => items)).toHaveLength(plan.items.length);
        for (const { levelNow, levelPlanned, required, status, items } of all) {
          expect(levelPlanned ?? 1).toBeGreaterThanOrEqual(levelNow ?? 1);
          expect(status === "met").toBe(levelNow !== null && levelNow >= required);
          if (status === "planned") expect(levelPlanned).toBeGreaterThanOrEqual(required);
          if (status === "partly") expect(levelPlanned).toBeLessThan(required);
          if (items.length === 0) expect(levelPlanned).toBe(levelNow);
        }
        for (const { readinessNow, readinessPlanned } of infrastructures) {
          expect(readinessPlanned ?? 0).toBeGreaterThanOrEqual((readinessNow ?? 0) - 1e-9);
        }
        const closed = all.every(({ status }) => status === "met" || status === "planned");
        if (closed) expect(unitOf(plan).readinessPlanned).toBeCloseTo(100, 6);
      }),
      { numRuns: 40 },
    );
  });

  test("five infrastructures and four pitfalls, each with its evidence and what the plan does", () => {
    const assessment = answered({ targetPhase: "maturity" });
    const plan = planFor(assessment, 2);
    const { infrastructures, pitfalls, risks } = outlookOf(aiScaling, assessment, plan);
    expect(infrastructures.map(({ key }) => key).sort()).toEqual([...INFRASTRUCTURES].sort());
    expect(pitfalls.map(({ key }) => key).sort()).toEqual([...PITFALLS].sort());
    for (const { evidence } of pitfalls) {
      for (const { levelNow, required } of evidence) expect(levelNow ?? 0).toBeLessThan(required);
    }
    const [worst] = risks;
    const found = aiScaling.risks.find(({ key }) => key === worst?.key);
    for (const { action } of worst?.items ?? []) expect(found?.mitigations).toContain(action);
    for (const action of worst?.missing ?? [])
      expect(plan.items.map((item) => item.action)).not.toContain(action);
  });
});
