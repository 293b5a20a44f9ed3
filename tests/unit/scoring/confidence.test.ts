import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import type { Answer } from "@/lib/scoring/assessment";
import { assessment, capability, framework, type Given } from "../../support/method";

/** Ten questions. */
const ten = framework({
  technical: Array.from({ length: 5 }, (_, index) => capability(`c${index}`, { questions: [1, 1] })),
});
const keys = ten.areas.flatMap(({ capabilities }) =>
  capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)),
);

/** The first questions answered as given, one value a question. */
const first = (given: readonly Given[]) => Object.fromEntries(given.map((value, n) => [keys[n], value]));
const noted: Answer = { level: 3, note: "Seen." };
const fill = <T>(count: number, value: T) => Array<T>(count).fill(value);

function confidence(...people: readonly (readonly Given[])[]) {
  const { completeness, confidence } = evaluate(ten, assessment(ten, people.map(first)));
  return { completeness, ...confidence };
}

test("completeness counts levels and not applicable, not what nobody knows", () => {
  expect(confidence([3, "na", "?"]).completeness).toBe(0.2);
});

test("evidence is the share of answered questions with a note or a link", () => {
  const linked: Answer = { notApplicable: "outOfScope", evidence: ["https://example.com"] };
  const unknown: Answer = { dontKnow: true, note: "Ask IT." };
  expect(confidence([noted, linked, 3, 3, unknown]).evidence).toBe(0.5);
  expect(confidence([]).evidence).toBe(0);
});

test("agreement is the mean of 1 − sd / 2 over questions with two levels", () => {
  expect(confidence([3, 3]).agreement).toBeNull();
  // sd 0.5, 2 and none: (0.75 + 0) / 2
  expect(confidence([3, 1, 2], [4, 5, "?"]).agreement).toBe(0.375);
});

test("high from 90% answered and half of it with evidence", () => {
  expect(confidence([...fill(5, noted), ...fill(4, 3)])).toMatchObject({ completeness: 0.9, label: "high" });
  expect(confidence([...fill(4, noted), ...fill(5, 3)]).label).toBe("medium");
  expect(confidence([...fill(5, noted), ...fill(3, 3)]).label).toBe("medium");
});

test("low below 60% answered", () => {
  expect(confidence(fill(5, noted)).label).toBe("low");
  expect(confidence(fill(6, noted)).label).toBe("medium");
});

test("agreement of 75% is needed for high, below 50% is low", () => {
  const all = fill(10, noted);
  // Levels 3 and 4: sd 0.5, agreement 0.75. Levels 3 and 5: sd 1, agreement 0.5.
  expect(confidence(all, fill(10, 4))).toMatchObject({ agreement: 0.75, label: "high" });
  expect(confidence(all, [...fill(9, 4), 5]).label).toBe("medium");
  expect(confidence(all, fill(10, 5))).toMatchObject({ agreement: 0.5, label: "medium" });
  expect(confidence([...fill(9, noted), { ...noted, level: 2 }], fill(10, 5)).label).toBe("low");
});
