import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { parseAssessment } from "@/lib/scoring/assessment-schema";
import { cases } from "../../support/arbitraries";
import { capability, framework } from "../../support/method";

const small = framework({
  technical: [capability("platform", { questions: [1, 1], quick: [true, false] })],
});

const sound = {
  framework: "small@1.0.0",
  depth: "full",
  targetPhase: "expansion",
  unit: { name: "Retail Banking", regulated: true, unitsInScope: 15, processesInScope: 50 },
  suitability: { conditions: { provenPilots: "yes" }, warnings: { noFoundation: false } },
  acceptedActions: ["platform.to-2"],
  respondents: [
    {
      name: "Ada",
      answers: { "platform.q1": { level: 3, note: "Seen.", evidence: ["https://example.com"] } },
    },
  ],
};

type Steps = readonly (string | number)[];
const ANSWERS: Steps = ["respondents", 0, "answers"];
const ANSWER: Steps = [...ANSWERS, "platform.q1"];

/** The value with something else at a place; undefined takes away what stood there. */
function put(value: unknown, [step, ...rest]: Steps, other: unknown): unknown {
  if (step === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const record = copy as Record<string | number, unknown>;
  if (rest.length === 0 && other === undefined) delete record[step];
  else record[step] = put(record[step], rest, other);
  return copy;
}

function fault(value: unknown) {
  try {
    parseAssessment(value, [small]);
  } catch (error) {
    if (error instanceof AssessmentError) return { path: error.path, expected: error.expected };
    throw error;
  }
  return null;
}

test("a sound assessment comes back as it was", () => {
  expect(parseAssessment(sound, [small])).toEqual(sound);
});

test("so does any assessment of any framework", () => {
  fc.assert(
    fc.property(cases, ({ framework, assessment }) => {
      expect(parseAssessment(JSON.parse(JSON.stringify(assessment)), [framework])).toEqual(assessment);
    }),
  );
});

test("what is not begun may be missing", () => {
  const { suitability: _, acceptedActions: __, ...rest } = sound;
  expect(parseAssessment({ ...rest, respondents: [] }, [small])).toMatchObject({
    suitability: { conditions: {}, warnings: {} },
    acceptedActions: [],
  });
});

describe("names the place and what was expected", () => {
  test.each([[7], [[]], [null], ["text"]])("for %j", (value) => {
    expect(fault(value)).toEqual({ path: "", expected: "an object" });
  });

  test.each<[Steps, unknown, string, string]>([
    [["framework"], "other@1.0.0", "framework", "one of small@1.0.0"],
    [["framework"], "small@2.0.0", "framework", "one of small@1.0.0"],
    [["depth"], "deep", "depth", "one of quick, full"],
    [["targetPhase"], "pilot", "targetPhase", "one of foundation, expansion, optimization, maturity"],
    [["owner"], "Ada", "owner", "no such key"],
    [["unit"], undefined, "unit", "an object"],
    [["unit", "size"], 4, "unit.size", "no such key"],
    [["unit", "name"], "  ", "unit.name", "a name"],
    [["unit", "name"], "x".repeat(251), "unit.name", "at most 250 characters"],
    [["unit", "regulated"], "yes", "unit.regulated", "true or false"],
    [["unit", "unitsInScope"], 1.5, "unit.unitsInScope", "a whole number"],
    [["unit", "unitsInScope"], -1, "unit.unitsInScope", "at least 0"],
    [["suitability", "conditions", "luck"], "yes", "suitability.conditions.luck", "no such key"],
    [
      ["suitability", "conditions", "resources"],
      "maybe",
      "suitability.conditions.resources",
      "one of yes, partly, no",
    ],
    [["suitability", "warnings", "noFoundation"], "no", "suitability.warnings.noFoundation", "true or false"],
    [["acceptedActions"], ["platform.to-9"], "acceptedActions[0]", "the key of an action of the framework"],
    [["acceptedActions"], ["platform.to-2", "platform.to-2"], "acceptedActions[1]", "each action once"],
    [["respondents"], undefined, "respondents", "a list of respondents"],
    [["respondents", 0, "name"], "x".repeat(251), "respondents[0].name", "at most 250 characters"],
    [
      ["respondents", 1],
      { name: "Ada ", answers: {} },
      "respondents[1].name",
      "a name that no other respondent has",
    ],
    [
      ["respondents"],
      Array.from({ length: 1001 }, (_, n) => ({ name: `${n}`, answers: {} })),
      "respondents",
      "at most 1000 respondents",
    ],
    [ANSWERS, [], "respondents[0].answers", "an object"],
    [
      [...ANSWERS, "people.q1"],
      { level: 3 },
      "respondents[0].answers.people.q1",
      "a question that the full assessment of small@1.0.0 asks",
    ],
  ])("at %j for %j", (steps, value, path, expected) => {
    expect(fault(put(sound, steps, value))).toEqual({ path, expected });
  });

  test("a question that this depth does not ask", () => {
    const quick = put(put(sound, ["depth"], "quick"), [...ANSWERS, "platform.q2"], { level: 3 });
    expect(fault(quick)).toEqual({
      path: "respondents[0].answers.platform.q2",
      expected: "a question that the quick assessment of small@1.0.0 asks",
    });
  });

  test.each<[unknown, string, string]>([
    [3, "", "an object"],
    [null, "", "an object"],
    [{ level: 3, dontKnow: true }, "", "exactly one of level, notApplicable and dontKnow"],
    [{ note: "Seen." }, "", "exactly one of level, notApplicable and dontKnow"],
    [{ notApplicable: true }, ".notApplicable", "one of outOfScope, businessPriority, constraint, other"],
    [{ notApplicable: "other", note: " " }, ".note", "a note that says why, when the reason is other"],
    [{ level: 3, certainty: "sure" }, ".certainty", "one of verified, informed, guess"],
    [{ level: 3, note: "x".repeat(4001) }, ".note", "at most 4000 characters"],
    [{ level: 3, evidence: Array(21).fill("https://example.com") }, ".evidence", "at most 20 addresses"],
    [{ level: 3, score: 50 }, ".score", "no such key"],
    ...[0, 6, 2.5, "3", null, true, [3], Number.NaN].map((level): [unknown, string, string] => [
      { level },
      ".level",
      "an integer from 1 to 5",
    ]),
    ...["javascript:alert(1)", "ftp://example.com", "http:example.com", "example.com", "https://a b", ""].map(
      (link): [unknown, string, string] => [
        { level: 3, evidence: [link] },
        ".evidence[0]",
        "an http or https address",
      ],
    ),
  ])("of the answer %j", (answer, path, expected) => {
    expect(fault(put(sound, ANSWER, answer))).toEqual({
      path: `respondents[0].answers.platform.q1${path}`,
      expected,
    });
  });

  test("a key with a line break stays on the line of its message", () => {
    expect(fault(put(sound, [...ANSWERS, "a\nb"], { level: 3 }))?.path).toBe(
      'respondents[0].answers["a\\nb"]',
    );
  });
});

test("a key that would reach the prototype is a fault wherever it stands", () => {
  const evil = JSON.parse('{ "__proto__": { "level": 3 } }');
  const paths = [["suitability", "conditions"], ["suitability", "warnings"], ["unit"], ANSWERS, ANSWER].map(
    (steps) => fault(put(sound, steps, evil)),
  );
  expect(paths).toEqual(
    [
      "suitability.conditions",
      "suitability.warnings",
      "unit",
      "respondents[0].answers",
      "respondents[0].answers.platform.q1",
    ].map((path) => ({ path: `${path}.__proto__`, expected: "no such key" })),
  );
  expect(fault(put(sound, [...ANSWERS, "constructor"], { level: 3 }))?.path).toBe(
    "respondents[0].answers.constructor",
  );
});

test("anything at all is an assessment or an AssessmentError, never a crash", () => {
  const anything = fc.anything({ withNullPrototype: true });
  const places = fc.constantFrom<Steps>(
    [],
    ["unit"],
    ["suitability", "conditions"],
    ["respondents"],
    ANSWERS,
    ANSWER,
  );
  fc.assert(
    fc.property(places, anything, (steps, value) => {
      fault(put(sound, steps, value));
    }),
    { numRuns: 500 },
  );
});
