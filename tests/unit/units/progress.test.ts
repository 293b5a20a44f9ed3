import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { progressOf } from "@/lib/units/progress";

const [technical] = aiScaling.areas;
const questions = technical?.capabilities.flatMap((capability) => capability.questions) ?? [];
const quick = questions.find((question) => question.quick)?.key ?? "";
const fullOnly = questions.find((question) => !question.quick)?.key ?? "";

test("counts against what the depth asks", () => {
  expect(progressOf(aiScaling, { depth: "full", answered: 12, lastQuestion: null })).toEqual({
    answered: 12,
    asked: 60,
    last: null,
  });
  expect(progressOf(aiScaling, { depth: "quick", answered: 0, lastQuestion: null }).asked).toBe(20);
});

test("leads to the area of the last question", () => {
  const last = { area: "technical", question: quick };
  expect(progressOf(aiScaling, { depth: "quick", answered: 1, lastQuestion: quick }).last).toEqual(last);
});

test("knows no place for a question that is not asked", () => {
  expect(progressOf(aiScaling, { depth: "quick", answered: 1, lastQuestion: fullOnly }).last).toBeNull();
  expect(
    progressOf(aiScaling, { depth: "full", answered: 1, lastQuestion: "gone.question" }).last,
  ).toBeNull();
});
