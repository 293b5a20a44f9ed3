import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { bandOf } from "@/lib/scoring/band";
import { scoreOfLevel } from "@/lib/scoring/score";
import { assessment, capability, framework } from "../../support/method";

test("levels 1 to 5 are scores 0 to 100", () => {
  expect([1, 2, 2.5, 3, 4, 5].map(scoreOfLevel)).toEqual([0, 25, 37.5, 50, 75, 100]);
});

test("bands change at 20, 40, 60 and 80, and the last digit of a sum decides nothing", () => {
  const at = [0, 19.99, 20, 39.99, 40, 59.99, 60, 79.99, 80, 100];
  expect(at.map(bandOf)).toEqual([
    "adHoc",
    "adHoc",
    "emerging",
    "emerging",
    "defined",
    "defined",
    "managed",
    "managed",
    "optimized",
    "optimized",
  ]);
  expect(bandOf(60 - 1e-13)).toBe("managed");
});

const two = framework(
  {
    technical: [capability("platform", { weight: 2 }), capability("data")],
    process: [capability("quality")],
  },
  { weights: { technical: 1, process: 3 } },
);

test("an area is the mean of its capabilities, the whole the mean of its areas, each by weight", () => {
  const { score, areas } = evaluate(
    two,
    assessment(two, { "platform.q1": 5, "data.q1": 2, "quality.q1": 3 }),
  );
  // (2 × 100 + 1 × 25) / 3 and (1 × 75 + 3 × 50) / 4
  expect(areas.map(({ score }) => score.value)).toEqual([75, 50]);
  expect(score.value).toBe(56.25);
});

test("what has no level is left out of the score, and an area without any has none", () => {
  const { score, areas } = evaluate(two, assessment(two, { "platform.q1": 5 }));
  expect(areas.map(({ score }) => score.value)).toEqual([100, null]);
  expect(score.value).toBe(100);
  // An open area could still be anything. Low: (1 × (2 × 100 + 1 × 0) / 3 + 3 × 0) / 4.
  expect(areas[1]?.score).toMatchObject({ low: 0, high: 100, band: null });
  expect(score.low).toBeCloseTo(200 / 3 / 4, 12);
  expect(score.high).toBe(100);
});

test("where nothing applies nothing is assessed: never 0 and never the top", () => {
  const nothing = { value: null, low: null, high: null };
  const { areas, ...whole } = evaluate(
    two,
    assessment(two, { "platform.q1": "na", "data.q1": "na", "quality.q1": "na" }),
  );
  for (const { score, readiness } of [whole, ...areas]) {
    expect(score).toEqual({ ...nothing, band: null, heldBackBy: null });
    expect(readiness).toEqual(nothing);
  }
  expect(whole.verdict.outcome).toBe("insufficientEvidence");
  expect(whole.gaps).toEqual([]);
});

const held = framework({
  technical: [capability("platform", { gating: true }), capability("data"), capability("security")],
  process: [capability("quality"), capability("release")],
});

test("a mean never outvotes a blocker", () => {
  const { score, areas } = evaluate(
    held,
    assessment(held, {
      "platform.q1": 1,
      "data.q1": 5,
      "security.q1": 5,
      "quality.q1": 5,
      "release.q1": 5,
    }),
  );
  // Technical is 66.7, Managed; the platform is Ad hoc, so Emerging at most.
  expect(areas[0]?.score).toMatchObject({ band: "emerging", heldBackBy: "platform" });
  expect(areas[1]?.score).toMatchObject({ band: "optimized", heldBackBy: null });
  expect(score).toMatchObject({ band: "emerging", heldBackBy: "platform" });
});

test("one band above the blocker is allowed, and then nobody is named", () => {
  const { areas } = evaluate(held, assessment(held, { "platform.q1": 3, "data.q1": 5, "security.q1": 3 }));
  // 66.7, Managed, is one above Defined.
  expect(areas[0]?.score).toMatchObject({ band: "managed", heldBackBy: null });
});

test("a capability that is not gating holds nothing back", () => {
  const { areas } = evaluate(held, assessment(held, { "platform.q1": 5, "data.q1": 1, "security.q1": 5 }));
  expect(areas[0]?.score).toMatchObject({ band: "managed", heldBackBy: null });
});

test("the whole is held back by the weakest gating capability of all areas", () => {
  const far = framework({
    technical: [capability("platform", { gating: true, weight: 9 })],
    process: [capability("quality", { gating: true }), capability("release", { weight: 9 })],
  });
  const { score, areas } = evaluate(
    far,
    assessment(far, { "platform.q1": 3, "quality.q1": 2, "release.q1": 5 }),
  );
  expect(areas.map(({ score }) => score.heldBackBy)).toEqual([null, "quality"]);
  expect(score).toMatchObject({ band: "defined", heldBackBy: "quality" });
});
