import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { askedFramework } from "@/lib/framework/depth";
import type { Framework, Level } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";
import { cases, questionKeysOf, withAnswer } from "../../support/arbitraries";
import { assessment, capability, framework } from "../../support/method";

const settling = (of: Framework, given: Parameters<typeof assessment>[1]) =>
  evaluate(of, assessment(of, given)).settlingQuestions;

const five = framework({
  technical: [
    capability("light", { weight: 1 }),
    capability("heavy", { weight: 8 }),
    capability("known", { weight: 11, questions: [1, 1, 1, 1] }),
  ],
});

const known = { "known.q1": 4, "known.q2": 4, "known.q3": 4, "known.q4": 4 };

test("the heaviest open question first, no more than it takes", () => {
  // Readiness is 55 and so not ready; the heavy one could add 40, the light one 5.
  expect(evaluate(five, assessment(five, known)).readiness.value).toBe(55);
  expect(settling(five, known)).toEqual(["heavy.q1"]);
});

test("as many as it takes, each with its own weight", () => {
  const many = framework({
    technical: [
      capability("known", { weight: 10, questions: Array(8).fill(1) }),
      capability("light", { weight: 2 }),
      capability("heavy", { weight: 4 }),
      capability("middle", { weight: 3 }),
      capability("least", { weight: 1 }),
    ],
  });
  const at = (level: number) =>
    Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`known.q${n + 1}`, level]));
  // At level 4 readiness is 50, and the heavy one makes it 70.
  expect(settling(many, at(4))).toEqual(["heavy.q1"]);
  // At level 3 it is 33.3; the heavy one makes it 53.3, the middle one 68.3.
  expect(settling(many, at(3))).toEqual(["heavy.q1", "middle.q1"]);
});

test("also those that could only spoil the verdict", () => {
  const spoiled = framework({
    technical: [
      capability("platform", { questions: Array(9).fill(1) }),
      capability("data", { questions: [5, 4] }),
    ],
  });
  // Ready with 10 of 11 answered. data.q2 at 1 leaves data at 24 / 9 and readiness at 77.8; at 2 it would still be 85.2.
  const given = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`platform.q${n + 1}`, 4]));
  expect(settling(spoiled, { ...given, "data.q1": 4 })).toEqual(["data.q2"]);
});

test("none when nothing is open, or no answer can change the outcome", () => {
  expect(settling(five, { ...known, "light.q1": 3, "heavy.q1": 3 })).toEqual([]);
  const blocked = framework({
    technical: [capability("light"), capability("people", { gating: true, weight: 9 })],
  });
  expect(settling(blocked, { "people.q1": 1 })).toEqual(["light.q1"]);
  expect(settling(blocked, { "people.q1": 1, "light.q1": 2 })).toEqual([]);
});

test("with too little answered, the first answers that make a verdict possible", () => {
  const ten = framework({ technical: Array.from({ length: 10 }, (_, n) => capability(`c${n}`)) });
  // 6 of 10 are needed; all weigh the same, so framework order decides.
  expect(settling(ten, { "c9.q1": 4 })).toEqual(["c0.q1", "c1.q1", "c2.q1", "c3.q1", "c4.q1"]);
});

test("what it says is what the definition says, worked out the long way", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      expect(evaluate(framework, assessment).settlingQuestions).toEqual(theLongWay(framework, assessment));
    }),
    { numRuns: 150 },
  );
});

/** By evaluating the whole assessment anew for each question and each prefix. */
function theLongWay(framework: Framework, given: Assessment): string[] {
  const respondents = given.respondents.length > 0 ? given.respondents : [{ name: "A", answers: {} }];
  const assessment = { ...given, respondents };
  const asked = questionKeysOf(askedFramework(framework, given.depth));
  const open = asked.filter((key) =>
    respondents.every(({ answers }) => answers[key] === undefined || answers[key]?.dontKnow),
  );
  const answered = (keys: readonly string[], level: Level) =>
    keys.reduce((changed, key) => withAnswer(changed, 0, key, { level }), assessment);
  const readiness = (key: string, level: Level) =>
    evaluate(framework, answered([key], level)).readiness.value ?? 0;
  const sorted = open
    .map((key) => ({ key, swing: Math.round((readiness(key, 5) - readiness(key, 1)) * 1e9) }))
    .sort((a, b) => b.swing - a.swing)
    .map(({ key }) => key);
  const { outcome } = evaluate(framework, assessment).verdict;
  for (const length of sorted.keys()) {
    const prefix = sorted.slice(0, length + 1);
    const outcomes = ([5, 1] as const).map(
      (level) => evaluate(framework, answered(prefix, level)).verdict.outcome,
    );
    if (outcomes.some((other) => other !== outcome)) return prefix;
  }
  return [];
}
