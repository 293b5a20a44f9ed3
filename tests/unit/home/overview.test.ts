import { expect, test } from "vitest";
import { byReadiness, verdictCounts } from "@/lib/home/overview";
import type { Standing } from "@/lib/units/standing";

const row = (name: string, value: number | null) => ({
  name,
  standing: { readiness: { value, low: value, high: value } } as Standing,
});

test("the readiest unit comes first, one without a figure last", () => {
  const rows = [row("none", null), row("zero", 0), row("high", 90), row("low", 10), row("also high", 90)];
  expect(byReadiness(rows).map(({ name }) => name)).toEqual(["high", "also high", "low", "zero", "none"]);
});

test("verdicts are counted best first, and only those there are", () => {
  expect(verdictCounts(["notReady", "ready", "notReady"])).toBe("1 ready, 2 not ready");
  expect(verdictCounts(["insufficientEvidence", "readyWithConditions"])).toBe(
    "1 ready with conditions, 1 insufficient evidence",
  );
  expect(verdictCounts([])).toBe("");
});
