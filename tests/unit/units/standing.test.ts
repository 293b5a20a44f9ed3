import { expect, test } from "vitest";
import type { Result } from "@/lib/scoring/result";
import { standingOf } from "@/lib/units/standing";

type Submitted = Parameters<typeof standingOf>[0];

function submitted(readiness: number | null, change: Partial<Submitted> = {}): Submitted {
  return {
    assessmentId: "a",
    depth: "full",
    targetPhase: "expansion",
    submittedAt: new Date(0),
    result: {
      framework: "ai-scaling@1.0.0",
      readiness: { value: readiness, low: readiness, high: readiness },
      score: { value: 50, low: 50, high: 50, band: "defined", heldBackBy: null },
      verdict: { outcome: "notReady", reasons: [] },
    } as unknown as Result,
    ...change,
  };
}

test("shows the latest result", () => {
  expect(standingOf(submitted(60), null)).toEqual({
    assessmentId: "a",
    outcome: "notReady",
    band: "defined",
    readiness: { value: 60, low: 60, high: 60 },
    targetPhase: "expansion",
    submittedAt: new Date(0),
    change: null,
  });
});

test("the change is in readiness points since the result before", () => {
  expect(standingOf(submitted(60), submitted(72)).change).toBe(-12);
});

test("no change where there is nothing to compare with", () => {
  expect(standingOf(submitted(60), submitted(null)).change).toBeNull();
  expect(standingOf(submitted(60), submitted(50, { targetPhase: "maturity" })).change).toBeNull();
  expect(standingOf(submitted(60), submitted(50, { depth: "quick" })).change).toBeNull();
  const other = submitted(50);
  const newer = { ...other, result: { ...other.result, framework: "ai-scaling@2.0.0" } };
  expect(standingOf(submitted(60), newer).change).toBeNull();
});
