import { expect, test } from "vitest";
import { changeOf } from "@/lib/comparison/change";
import { submitted, unitOf } from "./compared-units";

test("the first assessment has nothing to change from", () => {
  expect(changeOf(unitOf("A", submitted(3)))).toEqual({ kind: "first" });
});

test("points up and down, by area too, and the verdict before and now", () => {
  const before = submitted(5);
  const now = submitted(5, { "risk-management": 1 });
  const change = changeOf(unitOf("A", now, before));
  if (change.kind !== "measured") throw new Error(change.kind);
  const loss = now.result.gaps[0]?.gain ?? 0;
  expect(change.readiness).toBeCloseTo(-loss);
  expect(change.areas.get("governance")).toBeLessThan(0);
  expect(change.areas.get("technical")).toBe(0);
  expect(change.areas.size).toBe(5);
  expect(change.score).toBeLessThan(0);
  expect(change.outcome).toEqual({ before: "readyWithConditions", now: "notReady" });
});

test("another phase, depth or major version is another measure and is said to be", () => {
  const latest = submitted(3);
  const previous = submitted(2);
  const difference = (before: typeof previous) => {
    const change = changeOf(unitOf("A", latest, before));
    return change.kind === "measuredDifferently" ? change.difference : null;
  };
  expect(difference(submitted(2, {}, { targetPhase: "foundation" }))).toBe("targetPhase");
  expect(difference(submitted(2, {}, { depth: "quick" }))).toBe("depth");
  expect(difference({ ...previous, result: { ...previous.result, framework: "ai-scaling@2.0.0" } })).toBe(
    "framework",
  );
  expect(
    difference({ ...previous, result: { ...previous.result, framework: "ai-scaling@1.4.0" } }),
  ).toBeNull();
});

test("what was not assessed before has no points", () => {
  const change = changeOf(unitOf("A", submitted(3), submitted("notApplicable")));
  expect(change).toMatchObject({ kind: "measured", readiness: null, score: null });
});
