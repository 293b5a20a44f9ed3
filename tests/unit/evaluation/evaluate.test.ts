import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Assessment } from "@/lib/scoring/assessment";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { answered } from "../../support/answered";
import { assessment, capability, framework } from "../../support/method";

test("a result has the shape of Interchange, key by key", () => {
  const result = evaluate(aiScaling, answered());
  expect(Object.keys(result)).toEqual([
    "framework",
    "targetPhase",
    "completeness",
    "confidence",
    "score",
    "readiness",
    "verdict",
    "areas",
    "infrastructures",
    "gaps",
    "risks",
    "settlingQuestions",
    "checks",
  ]);
  expect(Object.keys(result.score)).toEqual(["value", "low", "high", "band", "heldBackBy"]);
  expect(Object.keys(result.readiness)).toEqual(["value", "low", "high"]);
  expect(Object.keys(result.confidence)).toEqual(["label", "evidence", "agreement"]);
  expect(result.areas.map(({ key }) => key)).toEqual(aiScaling.areas.map(({ key }) => key));
  expect(Object.keys(result.areas[0]?.capabilities[0] ?? {})).toEqual([
    "key",
    "status",
    "level",
    "score",
    "required",
    "attainment",
    "gap",
    "severity",
    "gain",
    "contested",
  ]);
  expect(Object.keys(result.gaps[0] ?? {})).toEqual(["capability", "gap", "severity", "gain", "actions"]);
  expect(result.risks).toHaveLength(aiScaling.risks.length);
  expect(Object.keys(result.risks[0] ?? {})).toEqual([
    "key",
    "likelihood",
    "impact",
    "rating",
    "inherent",
    "residual",
    "contributors",
  ]);
});

test("what is undefined is null, so that JSON holds every key", () => {
  const result = evaluate(aiScaling, answered({ respondents: [] }));
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});

test("contested questions stand with their capability", () => {
  const two = framework({ technical: [capability("platform", { questions: [1, 1] })] });
  const result = evaluate(
    two,
    assessment(two, [{ "platform.q1": 2, "platform.q2": 3 }, { "platform.q1": 4 }]),
  );
  expect(result.areas[0]?.capabilities[0]).toMatchObject({ level: 3, contested: ["platform.q1"] });
});

test.each<[Partial<Assessment>, string]>([
  [{ framework: "ai-scaling@2.0.0" }, "framework"],
  [{ depth: "deep" as "full" }, "depth"],
  [{ targetPhase: "pilot" as "expansion" }, "targetPhase"],
  [{ acceptedActions: ["people.to-2", "people.to-9"] }, "acceptedActions[1]"],
])("refuses %j", (change, path) => {
  const fault = () => evaluate(aiScaling, answered(change));
  expect(fault).toThrow(AssessmentError);
  expect(fault).toThrow(`${path}: expected `);
});
