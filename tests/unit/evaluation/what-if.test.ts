import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { withLevels, withoutRemarks } from "@/lib/evaluation/what-if";
import { askedFramework } from "@/lib/framework/depth";
import { LEVELS } from "@/lib/framework/types";
import { capabilitiesOf, cases } from "../../support/arbitraries";
import { assessment, capability, framework } from "../../support/method";

const two = framework({ technical: [capability("platform", { questions: [1, 1] }), capability("data")] });
const levels = (of: Parameters<typeof evaluate>[1]) =>
  evaluate(two, of).areas[0]?.capabilities.map(({ level }) => level);

test("a tried level takes the place of the answers, by everybody", () => {
  const given = assessment(two, [
    { "platform.q1": 2, "platform.q2": "?", "data.q1": 3 },
    { "platform.q1": "na", "data.q1": 4 },
  ]);
  expect(levels(given)).toEqual([2, 3.5]);
  expect(levels(withLevels(two, given, { platform: 4 }))).toEqual([4, 3.5]);
  expect(levels(withLevels(two, given, {}))).toEqual([2, 3.5]);
});

test("works on what is excluded, and before anybody has answered", () => {
  const excluded = assessment(two, { "platform.q1": "na", "platform.q2": "na" });
  expect(levels(withLevels(two, excluded, { platform: 3 }))).toEqual([3, null]);
  expect(levels(withLevels(two, { ...excluded, respondents: [] }, { data: 2 }))).toEqual([null, 2]);
});

test("passes over what is not asked", () => {
  const quick = framework({
    technical: [capability("platform", { questions: [1, 1], quick: [true, false] })],
  });
  const given = assessment(quick, {}, { depth: "quick" });
  expect(
    Object.keys(withLevels(quick, given, { platform: 5, gone: 5 }).respondents[0]?.answers ?? {}),
  ).toEqual(["platform.q1"]);
});

test("the tried capability stands at the tried level, and no other moves", () => {
  const tries = cases
    .filter(
      ({ framework, assessment }) => capabilitiesOf(askedFramework(framework, assessment.depth)).length > 0,
    )
    .chain(({ framework, assessment }) => {
      const keys = capabilitiesOf(askedFramework(framework, assessment.depth)).map(({ key }) => key);
      return fc.record({
        framework: fc.constant(framework),
        assessment: fc.constant(assessment),
        key: fc.constantFrom(...keys),
        level: fc.constantFrom(...LEVELS),
      });
    });
  fc.assert(
    fc.property(tries, ({ framework, assessment, key, level }) => {
      const before = evaluate(framework, assessment).areas.flatMap((area) => area.capabilities);
      const after = evaluate(framework, withLevels(framework, assessment, { [key]: level }));
      for (const [index, one] of after.areas.flatMap((area) => area.capabilities).entries()) {
        expect(one.level).toBe(one.key === key ? level : before[index]?.level);
      }
    }),
  );
});

test("without its remarks an assessment has the same figures", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      const { score, readiness, gaps, risks, verdict } = evaluate(framework, assessment);
      expect(evaluate(framework, withoutRemarks(assessment))).toMatchObject({
        score,
        readiness,
        gaps,
        risks,
        verdict,
      });
    }),
  );
});
