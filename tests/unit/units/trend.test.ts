import { describe, expect, test } from "vitest";
import { readinessTrend, trendFinding } from "@/lib/units/trend";

type Submitted = Parameters<typeof readinessTrend>[0][number];

const submitted = (month: number, value: number | null, change: Partial<Submitted> = {}) =>
  ({
    assessmentId: `${month}`,
    depth: "full",
    targetPhase: "expansion",
    submittedAt: new Date(Date.UTC(2026, month - 1, 1)),
    result: { framework: "ai-scaling@1.0.0", readiness: { value, low: value, high: value } },
    ...change,
  }) as Submitted;

describe("readiness over time", () => {
  test("runs from the oldest to the latest", () => {
    const points = readinessTrend([submitted(9, 70), submitted(5, 60), submitted(1, 50)]);
    expect(points.map(({ readiness }) => readiness)).toEqual([50, 60, 70]);
  });

  test("leaves out what measures something else than the latest", () => {
    const results = [submitted(9, 70), submitted(5, 90, { depth: "quick" }), submitted(1, 50)];
    expect(readinessTrend(results).map(({ readiness }) => readiness)).toEqual([50, 70]);
    expect(readinessTrend([])).toEqual([]);
  });

  const finding = (...results: Submitted[]) => trendFinding(readinessTrend(results));

  test("says what it shows", () => {
    expect(finding(submitted(9, 70.04), submitted(1, 50))).toBe(
      "Readiness rose by 20.0 points since Jan 1, 2026",
    );
    expect(finding(submitted(9, 40), submitted(1, 50.5))).toBe(
      "Readiness fell by 10.5 points since Jan 1, 2026",
    );
    expect(finding(submitted(9, 50.04), submitted(1, 50))).toBe("Readiness is unchanged since Jan 1, 2026");
  });

  test("claims nothing from one figure", () => {
    expect(finding(submitted(9, 70))).toBe("Readiness over time");
    expect(finding(submitted(9, 70), submitted(1, null))).toBe("Readiness over time");
  });
});
