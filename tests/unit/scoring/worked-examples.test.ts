import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { formatPercent, formatScore } from "@/lib/format/number";
import type { Framework } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";
import { assessment, capability, framework, type Given, risk } from "../../support/method";

/** The example of docs/scoring-method.md, worked out there by hand. A test is named like the section it holds. */

const example = framework(
  {
    technical: [
      capability("platform", { gating: true, required: 4, questions: [1, 1] }),
      capability("data", { weight: 3, required: 3 }),
    ],
    process: [capability("quality", { required: 5 }), capability("release", { required: 3 })],
  },
  { risks: [risk("outage", { platform: 2, quality: 1 }, { inherentImpact: 4, regulatory: true })] },
);

const given: Record<string, Given> = {
  "platform.q1": { level: 2, note: "One unit runs on it." },
  "platform.q2": { level: 1, note: "By ticket." },
  "data.q1": { level: 5, certainty: "guess" },
  "quality.q1": 3,
  "release.q1": "?",
};

function resultOf(change: Partial<Assessment> = {}) {
  const unit = { name: "Retail Banking", regulated: true, unitsInScope: 1, processesInScope: 1 };
  return evaluate(example, assessment(example, given, { unit, ...change }));
}

const result = resultOf();
const capabilities = result.areas.flatMap((area) => area.capabilities);

test("Level", () => {
  expect(capabilities.map(({ key, status, level }) => [key, status, level])).toEqual([
    ["platform", "answered", 1.5],
    ["data", "answered", 5],
    ["quality", "answered", 3],
    ["release", "unknown", null],
  ]);
});

test("Score and band", () => {
  expect(capabilities.map(({ score }) => score)).toEqual([12.5, 100, 50, null]);
  expect(result.areas.map(({ score }) => score.value)).toEqual([78.125, 50]);
  expect(result.score).toMatchObject({ value: 64.0625, band: "emerging", heldBackBy: "platform" });
});

test("Bounds", () => {
  expect(result.areas.map(({ score }) => [score.low, score.high])).toEqual([
    [59.375, 78.125],
    [25, 75],
  ]);
  expect(result.score).toMatchObject({ low: 42.1875, high: 76.5625 });
});

test("Readiness", () => {
  expect(capabilities.map(({ attainment }) => attainment)).toEqual([1 / 6, 1, 0.5, 0]);
  const { value, low, high } = result.readiness;
  expect([value, low, high].map(formatScore)).toEqual(["61.1", "61.1", "77.8"]);
});

test("Gaps", () => {
  expect(
    result.gaps.map(({ capability, gap, severity, gain, actions }) => [
      capability,
      gap,
      severity,
      formatScore(gain),
      actions.length,
    ]),
  ).toEqual([
    ["release", 2, "major", "16.7", 2],
    ["platform", 2.5, "critical", "13.9", 3],
    ["quality", 2, "major", "8.3", 2],
  ]);
  expect(result.gaps.map(({ actions }) => actions)).toEqual([
    ["release.to-2", "release.to-3"],
    ["platform.to-2", "platform.to-3", "platform.to-4"],
    ["quality.to-4", "quality.to-5"],
  ]);
});

test("Verdict", () => {
  expect(result.completeness).toBe(0.8);
  expect(result.verdict).toEqual({
    outcome: "notReady",
    reasons: [
      { rule: "readiness", text: "Readiness for expansion is 61.1, below 65." },
      {
        rule: "gatingGap",
        capability: "platform",
        text: "Title of platform is gating and 2.5 levels below what expansion requires.",
      },
    ],
  });
  expect(result.settlingQuestions).toEqual([]);

  const open: Framework = {
    ...example,
    areas: example.areas.map((area) => ({
      ...area,
      capabilities: area.capabilities.map((one) => ({ ...one, gating: false })),
    })),
  };
  expect(evaluate(open, assessment(open, given)).settlingQuestions).toEqual(["release.q1"]);
});

test("Confidence", () => {
  expect(result.confidence).toEqual({ label: "medium", evidence: 0.5, agreement: null });
});

test("Several respondents", () => {
  const one = framework({ process: [capability("quality")] });
  const people = [2, 3, 5, "?" as const].map((level) => ({ "quality.q1": level }));
  const { areas, confidence } = evaluate(one, assessment(one, people));
  expect(areas[0]?.capabilities[0]).toMatchObject({ level: 10 / 3, contested: ["quality.q1"] });
  expect(formatPercent(confidence.agreement)).toBe("38%");
});

test("Risks", () => {
  const [outage] = result.risks;
  expect(outage).toMatchObject({ likelihood: 4, impact: 5, rating: "veryHigh", inherent: "veryHigh" });
  expect(outage?.contributors.map(({ capability, share }) => [capability, formatPercent(share)])).toEqual([
    ["platform", "77%"],
    ["quality", "23%"],
  ]);
  const acceptedActions = ["platform.to-2", "platform.to-3", "platform.to-4"];
  expect(resultOf({ acceptedActions }).risks[0]).toMatchObject({
    rating: "veryHigh",
    residual: "moderate",
  });
});
