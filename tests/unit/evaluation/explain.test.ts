import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import {
  explainAreaScore,
  explainGain,
  explainGap,
  explainLevel,
  explainReadiness,
  explainRisk,
  explainScore,
} from "@/lib/evaluation/explain";
import { explainConfidence, explainVerdict } from "@/lib/evaluation/explain-verdict";
import { totalWeight } from "@/lib/scoring/attainment";
import { capabilityStates } from "@/lib/scoring/capability-state";
import { CONDITION_WORDS, WARNING_WORDS } from "@/lib/scoring/words";
import { assessment, capability, framework, risk } from "../../support/method";

const shortage = risk("shortage", { platform: 3, quality: 1 }, { inherentImpact: 3, regulatory: true });
const unit = framework(
  {
    technical: [
      capability("platform", { questions: [1, 2, 1], required: 5 }),
      capability("data", { weight: 2 }),
    ],
    process: [capability("quality", { required: 3 })],
  },
  { weights: { process: 3 }, risks: [shortage] },
);
const given = assessment(
  unit,
  { "platform.q1": 4, "platform.q2": 4, "platform.q3": "na", "quality.q1": 2 },
  { unit: { name: "Retail", regulated: true, unitsInScope: 1, processesInScope: 1 } },
);
const result = evaluate(unit, given);
const states = capabilityStates(unit, given);
const [technical] = result.areas;
const [platform, data] = states;
if (!technical || !platform || !data) throw new Error("two areas");

test("a score leads to its areas, an area to its capabilities, a level to its questions", () => {
  expect(explainScore(result, unit)).toMatchObject({
    inputs: [
      { label: "Title of technical", value: "75.0", weight: "1", source: { kind: "area", key: "technical" } },
      { label: "Title of process", value: "25.0", weight: "3", source: { kind: "area", key: "process" } },
    ],
    outcome: "Score 37.5: emerging",
  });
  expect(explainAreaScore(technical, unit)).toMatchObject({
    inputs: [
      { label: "Title of platform", value: "75.0", weight: "1" },
      { label: "Title of data", value: "–", weight: "2", source: { kind: "capability", key: "data" } },
    ],
    outcome: "Score 75.0: managed",
  });
  expect(explainLevel(platform)).toMatchObject({
    inputs: [
      { value: "Level 4", weight: "1", source: { kind: "question", key: "platform.q1" } },
      { value: "Level 4", weight: "2" },
      { value: "Not applicable", weight: "1" },
    ],
    outcome: "Level 4",
  });
  expect(explainLevel(data)).toMatchObject({ inputs: [{ value: "Open" }], outcome: "Level –" });
});

test("readiness names the attainment and weight of each capability that counts", () => {
  expect(explainReadiness(result.readiness, states, "expansion")).toMatchObject({
    inputs: [
      { label: "Title of platform", value: "75%", weight: "1" },
      { label: "Title of data", value: "0%", weight: "2" },
      { label: "Title of quality", value: "50%", weight: "3" },
    ],
    outcome: "Readiness 37.5, could be 37.5–70.8",
  });
});

test("a gain shows its formula with its numbers, known or unknown", () => {
  const gainOf = (index: number) => {
    const [one, state] = [technical.capabilities[index], states[index]];
    if (!one || !state) throw new Error("a capability");
    return explainGain(one, state, totalWeight(states));
  };
  expect(gainOf(0)).toMatchObject({
    inputs: [
      { value: "1" },
      { label: "Attainment: (4 − 1) / (5 − 1), at most 1", value: "75%" },
      { value: "6" },
    ],
    outcome: "4.2 points",
  });
  expect(gainOf(1)).toMatchObject({
    inputs: [{ value: "2" }, { label: "Attainment: an unknown level counts 0", value: "0%" }, { value: "6" }],
    outcome: "33.3 points",
  });
});

test("a risk names what raised its impact and who contributes how much", () => {
  const [rated] = result.risks;
  if (!rated) throw new Error("a risk");
  const explanation = explainRisk(rated, shortage, given.unit, states);
  // Shortfall (3 × 0.25 + 1 × 0.5) / 4 = 0.3125: likelihood 2.25, down to 2.
  expect(explanation).toMatchObject({
    inputs: [
      { label: "Title of platform", value: "60% of the shortfall", weight: "3" },
      { label: "Title of quality", value: "40% of the shortfall", weight: "1" },
    ],
    outcome: "Likelihood 2, impact 4: low",
  });
  expect(explanation.formula).toContain("Impact = 3 + 1 for regulation or scale.");
});

test("an area's readiness counts its own capabilities alone", () => {
  const own = states.filter(({ area }) => area.key === "technical");
  expect(explainReadiness(technical.readiness, own, "expansion")).toMatchObject({
    inputs: [{ label: "Title of platform" }, { label: "Title of data" }],
    outcome: "Readiness 25.0, could be 25.0–91.7",
  });
});

test("a gap says what is required, what is there and how severe that is", () => {
  const gapOf = (index: number, gating: boolean) => {
    const one = technical.capabilities[index];
    if (!one) throw new Error("a capability");
    return explainGap(one, gating);
  };
  expect(gapOf(0, true)).toMatchObject({
    inputs: [
      { value: "5" },
      { value: "4", source: { kind: "capability", key: "platform" } },
      { value: "Yes" },
    ],
    outcome: "Gap 1: moderate",
  });
  expect(gapOf(1, false)).toMatchObject({
    inputs: [{ value: "4" }, { value: "Unknown" }, { value: "No" }],
    outcome: "Gap 3: critical",
  });
});

test("a level of several respondents says that it is a mean, and where they differ widely", () => {
  const one = framework({ technical: [capability("platform", { questions: [1, 1] })] });
  const several = assessment(one, [
    { "platform.q1": 1, "platform.q2": 3 },
    { "platform.q1": 4, "platform.q2": 4 },
  ]);
  const [state] = capabilityStates(one, several);
  if (!state) throw new Error("a capability");
  expect(explainLevel(state).inputs.map(({ value }) => value)).toEqual([
    "Level 2.5, the mean of several answers that differ widely",
    "Level 3.5, the mean of several answers",
  ]);
});

test("the verdict shows its rules with everything they look at", () => {
  const gated = framework({
    technical: [
      capability("platform", { gating: true, required: 4 }),
      capability("data", { gating: true, required: 4 }),
    ],
  });
  const short = assessment(
    gated,
    { "platform.q1": 3, "data.q1": 1 },
    {
      suitability: {
        conditions: { provenPilots: "no", demonstratedValue: "yes" },
        warnings: { unstablePilots: true, limitedSupport: false },
      },
    },
  );
  const { formula, inputs, outcome } = explainVerdict(
    evaluate(gated, short),
    capabilityStates(gated, short),
    short.suitability,
  );
  for (const limit of ["60%", "65", "2 levels", "85", "90%"]) expect(formula).toContain(limit);
  expect(inputs.map(({ value }) => value)).toEqual([
    "2 of 2, 100%",
    "33.3",
    "3: Title of data",
    CONDITION_WORDS.provenPilots,
    WARNING_WORDS.unstablePilots,
    "6",
  ]);
  expect(inputs[2]?.source).toEqual({ kind: "capability", key: "data" });
  expect(outcome).toBe("Not ready");
});

test("confidence shows its three shares", () => {
  expect(explainConfidence(result, states)).toMatchObject({
    inputs: [{ value: "4 of 5, 80%" }, { value: "0%" }, { value: "One respondent" }],
    outcome: "Confidence medium",
  });
});
