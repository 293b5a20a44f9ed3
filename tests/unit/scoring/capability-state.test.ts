import { expect, test } from "vitest";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { capabilityStates } from "@/lib/scoring/capability-state";
import { assessment, capability, framework, type Given } from "../../support/method";

const data = framework({ technical: [capability("data", { questions: [1, 2], required: 4 })] });

function stateOf(given: Record<string, Given>, of = data) {
  const [state] = capabilityStates(of, assessment(of, given));
  return state;
}

test("the level is the weighted mean of the questions answered", () => {
  expect(stateOf({ "data.q1": 1, "data.q2": 4 })).toMatchObject({ status: "answered", level: 3 });
});

test("not applicable leaves the sums, don't know stays out of the level and in the bounds", () => {
  expect(stateOf({ "data.q1": 2, "data.q2": "na" })).toMatchObject({ level: 2, low: 2, high: 2 });
  expect(stateOf({ "data.q1": 2, "data.q2": "?" })).toMatchObject({ level: 2, low: 4 / 3, high: 4 });
});

test("unknown when nothing is answered, excluded when nothing applies", () => {
  expect(stateOf({})).toMatchObject({ status: "unknown", level: null, low: 1, high: 5 });
  expect(stateOf({ "data.q1": "na", "data.q2": "?" })).toMatchObject({ status: "unknown", level: null });
  expect(stateOf({ "data.q1": "na", "data.q2": "na" })).toMatchObject({
    status: "excluded",
    level: null,
    low: null,
    high: null,
  });
});

test("a level that is whole but for float noise is whole, and meets what it meets", () => {
  const noisy = framework({ technical: [capability("data", { questions: [0.1, 0.1, 0.1], required: 3 })] });
  expect((0.1 * 2 + 0.1 * 3 + 0.1 * 4) / (0.1 + 0.1 + 0.1)).not.toBe(3);
  expect(stateOf({ "data.q1": 2, "data.q2": 3, "data.q3": 4 }, noisy)?.level).toBe(3);
});

test("the weight is that of the area times that of the capability", () => {
  const heavy = framework(
    { technical: [capability("data", { weight: 1.5 })] },
    { weights: { technical: 2 } },
  );
  expect(stateOf({}, heavy)?.weight).toBe(3);
});

test("the required level is that of the target phase", () => {
  const rising = framework({
    technical: [
      capability("data", { required: { foundation: 2, expansion: 3, optimization: 4, maturity: 5 } }),
    ],
  });
  const required = (["foundation", "expansion", "optimization", "maturity"] as const).map(
    (targetPhase) => capabilityStates(rising, assessment(rising, {}, { targetPhase }))[0]?.required,
  );
  expect(required).toEqual([2, 3, 4, 5]);
});

test("refuses an answer to a question that is not asked, and a phase that is none", () => {
  const stray = assessment(data, [{ "data.q1": 3 }, { "people.q1": 3 }]);
  expect(() => capabilityStates(data, stray)).toThrow(
    new AssessmentError("respondents[1].answers.people.q1", "a question that the assessment asks"),
  );
  const late = assessment(data, {}, { targetPhase: "someday" as "maturity" });
  expect(() => capabilityStates(data, late)).toThrow(AssessmentError);
});
