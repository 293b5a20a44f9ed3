import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import type { Risk } from "@/lib/framework/types";
import { rate } from "@/lib/risk-rating/matrix";
import { impactOf, likelihoodOf } from "@/lib/risk-rating/rate-risks";
import type { UnitContext } from "@/lib/scoring/assessment";
import { assessment, capability, framework, type Given, risk } from "../../support/method";

test("the rating is looked up in NIST SP 800-30 rev. 1, table I-2, cell by cell", () => {
  // Rows: likelihood 5 down to 1. Columns: impact 1 to 5. Copied from the publication, not from the code.
  const published = `
    veryLow  low      moderate  high      veryHigh
    veryLow  low      moderate  high      veryHigh
    veryLow  low      moderate  moderate  high
    veryLow  low      low       low       moderate
    veryLow  veryLow  veryLow   low       low`;
  const rows = published
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
  expect(
    [5, 4, 3, 2, 1].map((likelihood) => [1, 2, 3, 4, 5].map((impact) => rate(likelihood, impact))),
  ).toEqual(rows);
});

test.each([
  [0, 3],
  [6, 3],
  [3, 0],
  [3, 6],
  [2.5, 3],
])("likelihood %d and impact %d are no cell", (likelihood, impact) => {
  expect(() => rate(likelihood, impact)).toThrow(RangeError);
});

test("likelihood is 1 with nothing short and 5 with everything short, halves up", () => {
  expect([0, 0.1249, 0.125, 0.374, 0.375, 0.5, 0.625, 0.874, 0.875, 1].map(likelihoodOf)).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
  ]);
  // A half but for float noise is a half.
  expect(likelihoodOf(0.375 - 1e-13)).toBe(3);
});

test("impact rises with regulation and with scale, to 5 at most", () => {
  const unit: UnitContext = { name: "", regulated: false, unitsInScope: 9, processesInScope: 49 };
  const impact = (of: Partial<Risk>, context: Partial<UnitContext> = {}) =>
    impactOf(risk("r", { people: 1 }, { inherentImpact: 3, ...of }), { ...unit, ...context });
  expect(impact({ regulatory: true, scaleSensitive: true })).toBe(3);
  expect(impact({ regulatory: true }, { regulated: true })).toBe(4);
  expect(impact({ regulatory: false }, { regulated: true })).toBe(3);
  expect(impact({ scaleSensitive: true }, { unitsInScope: 10 })).toBe(4);
  expect(impact({ scaleSensitive: true }, { processesInScope: 50 })).toBe(4);
  expect(impact({ scaleSensitive: false }, { unitsInScope: 10, processesInScope: 50 })).toBe(3);
  expect(impact({ scaleSensitive: true }, { unitsInScope: 10, processesInScope: 50 })).toBe(4);
  const all = { regulated: true, unitsInScope: 10 };
  expect(impact({ inherentImpact: 4, regulatory: true, scaleSensitive: true }, all)).toBe(5);
});

const capabilities = [capability("people", { required: 5 }), capability("budget", { required: 3 })];

function risksOf(catalogue: readonly Risk[], given: Record<string, Given>, acceptedActions: string[] = []) {
  const of = framework({ resources: capabilities }, { risks: catalogue });
  return evaluate(of, assessment(of, given, { acceptedActions })).risks;
}

const shortage = risk("shortage", { people: 3, budget: 1 }, { inherentImpact: 5 });

test("likelihood is the weighted shortfall of the contributors, each with its share", () => {
  // Shortfalls 0.5 and 1: (3 × 0.5 + 1 × 1) / 4 = 0.625, so 1 + 2.5 = 3.5, up to 4.
  expect(risksOf([shortage], { "people.q1": 3, "budget.q1": 1 })).toEqual([
    {
      key: "shortage",
      likelihood: 4,
      impact: 5,
      rating: "veryHigh",
      inherent: "veryHigh",
      residual: "veryHigh",
      contributors: [
        { capability: "people", share: 0.6 },
        { capability: "budget", share: 0.4 },
      ],
    },
  ]);
});

test("an unknown contributor is all short, an excluded one is none", () => {
  expect(risksOf([shortage], { "budget.q1": 3 })[0]).toMatchObject({ likelihood: 4 });
  expect(risksOf([shortage], { "people.q1": "na", "budget.q1": 2 })[0]).toMatchObject({
    likelihood: 3,
    contributors: [{ capability: "budget", share: 1 }],
  });
});

test("a risk whose contributors are all excluded is left out", () => {
  expect(risksOf([shortage], { "people.q1": "na", "budget.q1": "na" })).toEqual([]);
});

test("with nothing short no share is claimed", () => {
  expect(risksOf([shortage], { "people.q1": 5, "budget.q1": 4 })[0]).toMatchObject({
    likelihood: 1,
    rating: "low",
    inherent: "veryHigh",
    contributors: [
      { capability: "people", share: 0 },
      { capability: "budget", share: 0 },
    ],
  });
});

test("the residual is what the accepted actions leave", () => {
  const given = { "people.q1": 2, "budget.q1": 3 };
  const residual = (...accepted: string[]) => risksOf([shortage], given, accepted)[0]?.residual;
  // Shortfall 3 × 0.75 / 4 is likelihood 3; people at 4: 3 × 0.25 / 4 is 2; people at 5: none is 1.
  expect(residual()).toBe("high");
  expect(residual("people.to-3", "people.to-4")).toBe("moderate");
  expect(residual("people.to-3", "people.to-4", "people.to-5")).toBe("low");
  // The chain is broken at 3.
  expect(residual("people.to-4", "people.to-5")).toBe("high");
});

test("the worst first: by rating, then likelihood × impact, then catalogue order", () => {
  const catalogue = [
    risk("low", { people: 1 }, { inherentImpact: 2 }),
    risk("moderate-a", { budget: 1 }, { inherentImpact: 4 }),
    risk("high", { people: 1 }, { inherentImpact: 4 }),
    risk("moderate-b", { people: 1 }, { inherentImpact: 3 }),
    risk("moderate-c", { budget: 1 }, { inherentImpact: 4 }),
  ];
  // People unknown: likelihood 5. Budget half way: likelihood 3. Moderate: 12, 15 and 12.
  expect(risksOf(catalogue, { "budget.q1": 2 }).map(({ key }) => key)).toEqual([
    "high",
    "moderate-b",
    "moderate-a",
    "moderate-c",
    "low",
  ]);
});

test("the product decides, not the likelihood alone", () => {
  const catalogue = [
    risk("likelier", { budget: 1 }, { inherentImpact: 3 }),
    risk("graver", { people: 1 }, { inherentImpact: 5 }),
  ];
  // Budget half way: 3 × 3 = 9. People at 4 of 5: 2 × 5 = 10. Both are moderate.
  expect(risksOf(catalogue, { "budget.q1": 2, "people.q1": 4 })).toMatchObject([
    { key: "graver", likelihood: 2, rating: "moderate" },
    { key: "likelier", likelihood: 3, rating: "moderate" },
  ]);
});
