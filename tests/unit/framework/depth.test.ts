import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import { assessment, capability, framework, risk } from "../../support/method";

const bank = framework(
  {
    technical: [
      capability("platform", { questions: [1, 3], quick: [true, false], required: 3 }),
      capability("security", { quick: [false], required: 3, infrastructure: "governance" }),
    ],
    process: [capability("release", { quick: [false] })],
  },
  { risks: [risk("outage", { platform: 1, security: 1 }), risk("rush", { release: 1 })] },
);

const keysIn = (depth: "quick" | "full") =>
  askedFramework(bank, depth).areas.map(({ key, capabilities }) => [
    key,
    capabilities.map(({ questions }) => questions.map((question) => question.key)),
  ]);

test("the full assessment asks everything", () => {
  expect(askedFramework(bank, "full")).toBe(bank);
});

test("the quick one leaves out what is not quick, and what is then empty", () => {
  expect(keysIn("quick")).toEqual([["technical", [["platform.q1"]]]]);
  // The same object each time, so that what is worked out from it once is kept.
  expect(askedFramework(bank, "quick")).toBe(askedFramework(bank, "quick"));
});

test("what is not asked is as if it were not there", () => {
  const quick = evaluate(bank, assessment(bank, { "platform.q1": 3 }, { depth: "quick" }));
  expect(quick).toMatchObject({
    completeness: 1,
    score: { value: 50, low: 50, high: 50 },
    readiness: { value: 100 },
    areas: [{ key: "technical", capabilities: [{ key: "platform" }] }],
    risks: [{ key: "outage", likelihood: 1, contributors: [{ capability: "platform" }] }],
  });
  expect(quick.areas).toHaveLength(1);
  expect(quick.risks).toHaveLength(1);
});

test("the question bank asks 60 questions, or 20 with every gating capability among them", () => {
  const questions = (depth: "quick" | "full") =>
    askedFramework(aiScaling, depth).areas.map(({ capabilities }) => [
      capabilities.length,
      capabilities.flatMap((one) => one.questions).length,
    ]);
  expect(questions("full")).toEqual(Array(5).fill([6, 12]));
  expect(questions("quick")).toEqual(Array(5).fill([4, 4]));
  const gating = (depth: "quick" | "full") =>
    askedFramework(aiScaling, depth).areas.flatMap(({ capabilities }) =>
      capabilities.filter((one) => one.gating).map(({ key }) => key),
    );
  expect(gating("quick")).toEqual(gating("full"));
});
