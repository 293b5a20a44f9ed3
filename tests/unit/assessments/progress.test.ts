import { expect, test } from "vitest";
import { areaOf, areaProgress, suitabilityAnswered } from "@/lib/assessments/progress";
import { isOpenAnswer, reviewedAreas, reviewedQuestions } from "@/lib/assessments/review";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import type { Answer } from "@/lib/scoring/assessment";

const { areas } = askedFramework(aiScaling, "quick");
const [technical] = areas;
const keys = technical?.capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)) ?? [];
const given = (index: number, answer: Answer, carriedOver = false) => ({
  question: keys[index] ?? "",
  answer,
  carriedOver,
});

test("progress counts questions: don't know stays open, not applicable is an answer", () => {
  const answers = [
    given(0, { level: 3 }, true),
    given(1, { notApplicable: "outOfScope" }),
    given(2, { dontKnow: true }),
    { question: "people.unasked", answer: { level: 3 } as const, carriedOver: false },
  ];
  const [first, second] = areaProgress(areas, answers);
  expect(first).toMatchObject({ key: "technical", asked: 4, answered: 2, open: 2, carriedOver: 1 });
  expect(second).toMatchObject({ asked: 4, answered: 0, open: 4, carriedOver: 0 });
});

test("suitability counts a no as said", () => {
  expect(suitabilityAnswered({ conditions: {}, warnings: {} })).toBe(0);
  expect(
    suitabilityAnswered({
      conditions: { provenPilots: "no", resources: "partly" },
      warnings: { unstablePilots: false },
    }),
  ).toBe(3);
});

test("the area of a question is found, and none for one that is not asked", () => {
  expect(areaOf(areas, keys[0] ?? "")).toBe("technical");
  expect(areaOf(areas, "no.such")).toBeUndefined();
});

test("review shows every question that is asked, answered or not", () => {
  const reviewed = reviewedAreas(areas, [given(1, { dontKnow: true }, true)]);
  const questions = reviewedQuestions(reviewed);
  expect(questions).toHaveLength(20);
  expect(questions[0]).toMatchObject({ answer: null, carriedOver: false });
  expect(questions[1]).toMatchObject({ answer: { dontKnow: true }, carriedOver: true });
  expect(questions.filter(({ answer }) => isOpenAnswer(answer))).toHaveLength(20);
});
