import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import {
  explainAreaScore,
  explainConfidence,
  explainGain,
  explainLevel,
  explainReadiness,
  explainRisk,
  explainScore,
} from "@/lib/evaluation/explain";
import { totalWeight } from "@/lib/scoring/attainment";
import { capabilityStates } from "@/lib/scoring/capability-state";
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
    outcome: "Score 37.5",
  });
  expect(explainAreaScore(technical, unit)).toMatchObject({
    inputs: [
      { label: "Title of platform", value: "75.0", weight: "1" },
      { label: "Title of data", value: "–", weight: "2", source: { kind: "capability", key: "data" } },
    ],
    outcome: "Score 75.0",
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
  expect(explainReadiness(result, states)).toMatchObject({
    inputs: [
      { label: "Title of platform", value: "75%", weight: "1" },
      { label: "Title of data", value: "0%", weight: "2" },
      { label: "Title of quality", value: "50%", weight: "3" },
    ],
    outcome: "Readiness 37.5",
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

test("confidence shows its three shares", () => {
  expect(explainConfidence(result)).toMatchObject({
    inputs: [{ value: "80%" }, { value: "0%" }, { value: "One respondent" }],
    outcome: "Confidence medium",
  });
});
