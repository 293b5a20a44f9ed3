import { expect, test } from "vitest";
import type { Answer } from "@/lib/scoring/assessment";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { consensusOf } from "@/lib/scoring/consensus";
import { answers, capability, type Given } from "../../support/method";

const [question] = capability("people").questions;

/** One respondent a value; null for one who did not answer. */
function consensus(...given: readonly (Given | null)[]) {
  if (!question) throw new Error("no question");
  const respondents = given.map((value, index) => ({
    name: `Respondent ${index + 1}`,
    answers: answers(value === null ? {} : { [question.key]: value }),
  }));
  return consensusOf(question, respondents);
}

test("the level is the mean of the levels given", () => {
  expect(consensus(3)).toMatchObject({ status: "level", level: 3, low: 3, high: 3 });
  expect(consensus(2, 3, 5).level).toBeCloseTo(10 / 3, 12);
});

test("nobody, or only people who do not know, leave the question open", () => {
  expect(consensus()).toMatchObject({ status: "open", level: null, low: 1, high: 5 });
  expect(consensus(null, "?")).toMatchObject({ status: "open", level: null, low: 1, high: 5 });
});

test("who does not know does not change what the others say", () => {
  expect(consensus(4, "?", "?")).toMatchObject({ status: "level", level: 4 });
});

test("not applicable counts when more than half of those who answered say so", () => {
  expect(consensus("na").status).toBe("notApplicable");
  expect(consensus("na", "na", 3)).toMatchObject({ status: "notApplicable", level: null, low: null });
  // Half is not more than half, and who does not know has not answered.
  expect(consensus("na", 3)).toMatchObject({ status: "level", level: 3 });
  expect(consensus("na", 3, "?").status).toBe("level");
  expect(consensus("na", "?", "?").status).toBe("notApplicable");
});

test("contested when the levels range by two or more", () => {
  expect(consensus(3, 4).contested).toBe(false);
  expect(consensus(3, 4, 5).contested).toBe(true);
  expect(consensus(3).contested).toBe(false);
  expect(consensus(1, 5, "na", "na", "na").contested).toBe(false);
});

test("a guess may be one off, within 1 to 5", () => {
  expect(consensus({ level: 3, certainty: "guess" })).toMatchObject({ level: 3, low: 2, high: 4 });
  expect(consensus({ level: 1, certainty: "guess" })).toMatchObject({ low: 1, high: 2 });
  expect(consensus({ level: 5, certainty: "guess" })).toMatchObject({ low: 4, high: 5 });
  expect(consensus({ level: 3, certainty: "informed" })).toMatchObject({ low: 3, high: 3 });
  // One of two guesses: the mean may be half a level off.
  expect(consensus({ level: 3, certainty: "guess" }, 3)).toMatchObject({ low: 2.5, high: 3.5 });
});

test("the deviation is that of a population, and needs two levels", () => {
  expect(consensus(3).deviation).toBeNull();
  expect(consensus(3, "?").deviation).toBeNull();
  expect(consensus(1, 5).deviation).toBe(2);
  expect(consensus(2, 4, 4, 4, 5, 5, 5, 4).deviation).toBeCloseTo(Math.sqrt(0.859375), 12);
});

test("a note or a link of anybody is evidence, a blank note is none", () => {
  expect(consensus(3).evidenced).toBe(false);
  expect(consensus({ level: 3, note: "  " }).evidenced).toBe(false);
  expect(consensus({ level: 3, note: "", evidence: [] }).evidenced).toBe(false);
  expect(consensus(3, { level: 4, note: "Seen." }).evidenced).toBe(true);
  expect(consensus({ level: 3, evidence: ["https://example.com"] }).evidenced).toBe(true);
});

test("refuses a level that is none and an answer that is not exactly one thing", () => {
  const path = "respondents[0].answers.people.q1";
  for (const level of [0, 6, 2.5, Number.NaN]) {
    expect(() => consensus(level)).toThrow(new AssessmentError(`${path}.level`, "an integer from 1 to 5"));
  }
  for (const answer of [{}, { level: 3, dontKnow: true }, { dontKnow: false }]) {
    const expected = "exactly one of level, notApplicable and dontKnow";
    expect(() => consensus(answer as unknown as Answer)).toThrow(new AssessmentError(path, expected));
  }
});
