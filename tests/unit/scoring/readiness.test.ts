import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { attainmentOf } from "@/lib/scoring/attainment";
import { gapOf } from "@/lib/scoring/gap";
import { assessment, capability, framework } from "../../support/method";

test("attainment is the way from level 1 to the required level, and no more than that", () => {
  expect(attainmentOf(1, 4)).toBe(0);
  expect(attainmentOf(2, 4)).toBeCloseTo(1 / 3, 12);
  expect(attainmentOf(4, 4)).toBe(1);
  expect(attainmentOf(5, 4)).toBe(1);
  expect(attainmentOf(1.5, 2)).toBe(0.5);
  expect(attainmentOf(null, 4)).toBe(0);
});

test("a gap is what is missing to the required level, from level 1 when unknown", () => {
  expect(gapOf({ level: 2.5, required: 4 })).toBe(1.5);
  expect(gapOf({ level: 5, required: 4 })).toBe(0);
  expect(gapOf({ level: null, required: 4 })).toBe(3);
});

const unit = framework(
  {
    technical: [capability("platform", { weight: 2, required: 5 }), capability("data", { required: 3 })],
    process: [capability("quality", { required: 3 })],
  },
  { weights: { technical: 1, process: 3 } },
);

test("readiness is mean attainment, each weighted by area and capability", () => {
  const { readiness, areas } = evaluate(
    unit,
    assessment(unit, { "platform.q1": 3, "data.q1": 3, "quality.q1": 2 }),
  );
  // (2 × 0.5 + 1 × 1 + 3 × 0.5) / 6 and, within the area, (2 × 0.5 + 1 × 1) / 3
  expect(readiness.value).toBeCloseTo(350 / 6, 12);
  expect(areas[0]?.readiness.value).toBeCloseTo(200 / 3, 12);
  expect(areas[1]?.readiness.value).toBe(50);
});

test("an unknown capability counts 0, an excluded one not at all", () => {
  const open = evaluate(unit, assessment(unit, { "platform.q1": 5, "data.q1": 3 }));
  expect(open.readiness).toMatchObject({ value: 50, low: 50, high: 100 });
  const excluded = evaluate(unit, assessment(unit, { "platform.q1": 5, "data.q1": 3, "quality.q1": "na" }));
  expect(excluded.readiness).toEqual({ value: 100, low: 100, high: 100 });
});

test("a guess widens the bounds by the level that it may be off", () => {
  const { readiness } = evaluate(
    unit,
    assessment(unit, {
      "platform.q1": { level: 3, certainty: "guess" },
      "data.q1": 3,
      "quality.q1": 3,
    }),
  );
  // platform at 2, 3, 4 of 5: attainment 0.25, 0.5, 0.75, worth 2 / 6 of it all
  expect(readiness.low).toBeCloseTo((100 * (0.5 + 1 + 3)) / 6, 12);
  expect(readiness.value).toBeCloseTo((100 * (1 + 1 + 3)) / 6, 12);
  expect(readiness.high).toBeCloseTo((100 * (1.5 + 1 + 3)) / 6, 12);
});

test("the infrastructures cut through the same capabilities", () => {
  const cut = framework(
    {
      technical: [
        capability("platform", { weight: 2 }),
        capability("data", { infrastructure: "data", required: 3 }),
      ],
      governance: [capability("ownership", { infrastructure: "data", required: 3 })],
    },
    { weights: { governance: 3 } },
  );
  const { infrastructures } = evaluate(
    cut,
    assessment(cut, { "platform.q1": 4, "data.q1": 5, "ownership.q1": 2 }),
  );
  // data: (1 × 100 + 3 × 25) / 4 and (1 × 1 + 3 × 0.5) / 4
  expect(infrastructures).toEqual([
    { key: "technical", score: 75, readiness: 100, capabilities: ["platform"] },
    { key: "data", score: 43.75, readiness: 62.5, capabilities: ["data", "ownership"] },
    { key: "process", score: null, readiness: null, capabilities: [] },
    { key: "governance", score: null, readiness: null, capabilities: [] },
    { key: "change", score: null, readiness: null, capabilities: [] },
  ]);
});
