import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { closingActions } from "@/lib/gap-analysis/closing-actions";
import { plannedLevel } from "@/lib/gap-analysis/planned-level";
import { severityOf } from "@/lib/gap-analysis/severity";
import { assessment, capability, framework } from "../../support/method";

test("severity is the size of the gap", () => {
  const sizes = [0, 1e-12, 0.25, 0.99, 1, 1.99, 2, 2.99, 3, 4];
  expect(sizes.map((gap) => severityOf(gap, false))).toEqual([
    "none",
    "none",
    "minor",
    "minor",
    "moderate",
    "moderate",
    "major",
    "major",
    "critical",
    "critical",
  ]);
});

test("a gating capability a level short is one step more severe", () => {
  expect([0, 0.99, 1, 2, 3, 4].map((gap) => severityOf(gap, true))).toEqual([
    "none",
    "minor",
    "major",
    "critical",
    "critical",
    "critical",
  ]);
});

const unit = framework(
  {
    technical: [
      capability("platform", { weight: 2, required: 5 }),
      capability("data", { required: 3 }),
      capability("security", { required: 3 }),
    ],
    process: [capability("quality", { required: 3, gating: true }), capability("release")],
  },
  { weights: { process: 3 } },
);

test("the gain of a gap is the readiness that closing it is worth, largest first", () => {
  const given = { "platform.q1": 3, "data.q1": 2, "security.q1": 3, "quality.q1": 2 };
  const { gaps, readiness } = evaluate(unit, assessment(unit, given));
  // Weights 2 + 1 + 1 + 3 + 3 = 10; the release is unknown and counts from level 1.
  expect(gaps.map(({ capability, gap, severity, gain }) => [capability, gap, severity, gain])).toEqual([
    ["release", 3, "critical", 30],
    ["quality", 1, "major", 15],
    ["platform", 2, "major", 10],
    ["data", 1, "moderate", 5],
  ]);
  expect(readiness.value).toBe(40);
  const closed = evaluate(unit, assessment(unit, { ...given, "quality.q1": 3 }));
  expect(closed.readiness.value).toBe(55);
});

test("equal gains sort by severity, then by framework order", () => {
  const even = framework({
    technical: [
      capability("a", { required: 3 }),
      capability("b", { required: 3, gating: true }),
      capability("c", { required: 3 }),
    ],
  });
  const { gaps } = evaluate(even, assessment(even, { "a.q1": 2, "b.q1": 2, "c.q1": 2 }));
  expect(gaps.map(({ capability }) => capability)).toEqual(["b", "a", "c"]);
});

test("an excluded capability has no gap, and leaves its weight to the others", () => {
  const { areas, gaps } = evaluate(
    unit,
    assessment(unit, {
      "platform.q1": 3,
      "data.q1": "na",
      "security.q1": 3,
      "quality.q1": 3,
      "release.q1": 4,
    }),
  );
  expect(areas[0]?.capabilities[1]).toEqual({
    key: "data",
    status: "excluded",
    level: null,
    score: null,
    required: 3,
    attainment: null,
    gap: null,
    severity: null,
    gain: null,
    contested: [],
  });
  expect(gaps).toMatchObject([{ capability: "platform", gain: (100 * 2 * 0.5) / 9 }]);
});

const people = capability("people");

test("the actions that close a gap lead from the level reached to the required one", () => {
  expect(closingActions(people, 2.5, 4)).toEqual(["people.to-3", "people.to-4"]);
  expect(closingActions(people, 3, 4)).toEqual(["people.to-4"]);
  expect(closingActions(people, null, 3)).toEqual(["people.to-2", "people.to-3"]);
  expect(closingActions(people, 4, 4)).toEqual([]);
});

test("several actions may make one step, and stand in the order of their steps", () => {
  const [to2, to3, to4, to5] = people.actions;
  if (!to2 || !to3 || !to4 || !to5) throw new Error("four actions");
  const mixed = { ...people, actions: [to4, to2, { ...to3, key: "people.hire" }, to3, to5] };
  expect(closingActions(mixed, 1, 4)).toEqual(["people.to-2", "people.hire", "people.to-3", "people.to-4"]);
});

test("accepted actions lift a capability along an unbroken chain, never below its level", () => {
  const planned = (level: number | null, ...accepted: string[]) =>
    plannedLevel({ capability: people, level }, new Set(accepted));
  expect(planned(2, "people.to-3", "people.to-4")).toBe(4);
  // The step to 3 is missing: the chain is broken before it begins.
  expect(planned(2, "people.to-4")).toBe(2);
  expect(planned(null, "people.to-2")).toBe(2);
  expect(planned(null, "people.to-3")).toBe(1);
  expect(planned(null)).toBe(1);
  // From 2.5 the step to 3 starts at 2.
  expect(planned(2.5, "people.to-3")).toBe(3);
  expect(planned(2.5)).toBe(2.5);
  expect(planned(1, "people.to-2", "people.to-3", "people.to-4", "people.to-5")).toBe(5);
});

test("a step is accepted when every action of it is", () => {
  const [to2, to3] = people.actions;
  if (!to2 || !to3) throw new Error("two actions");
  const double = { ...people, actions: [to2, to3, { ...to3, key: "people.hire" }] };
  const planned = (...accepted: string[]) =>
    plannedLevel({ capability: double, level: 2 }, new Set(accepted));
  expect(planned("people.to-3")).toBe(2);
  expect(planned("people.to-3", "people.hire")).toBe(3);
});
