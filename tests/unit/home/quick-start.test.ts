import { describe, expect, test } from "vitest";
import { formatRemembered, parseRemembered, quickStart } from "@/lib/home/quick-start";

const states = (input: Parameters<typeof quickStart>[0]) =>
  quickStart(input)?.map(({ step, state }) => `${step}: ${state}`);

describe("the quick start", () => {
  test("begins with creating units", () => {
    expect(states({ units: 0, assessedUnits: 0, remembered: [] })).toEqual([
      "createUnits: next",
      "assess: later",
      "readReport: later",
      "compare: later",
    ]);
  });

  test("moves on with what was done", () => {
    expect(states({ units: 1, assessedUnits: 0, remembered: [] })?.[1]).toBe("assess: next");
    expect(states({ units: 2, assessedUnits: 1, remembered: [] })?.[2]).toBe("readReport: next");
    expect(states({ units: 2, assessedUnits: 1, remembered: ["readReport"] })?.[3]).toBe("compare: next");
  });

  test("a comparison of one unit is none", () => {
    const remembered = ["readReport", "compare"] as const;
    expect(states({ units: 2, assessedUnits: 1, remembered })?.[3]).toBe("compare: next");
    expect(quickStart({ units: 2, assessedUnits: 2, remembered })).toBeNull();
  });

  test("what was read of units that are gone is not done", () => {
    expect(states({ units: 0, assessedUnits: 0, remembered: ["readReport", "compare"] })).toEqual([
      "createUnits: next",
      "assess: later",
      "readReport: later",
      "compare: later",
    ]);
  });

  test("is gone once hidden", () => {
    expect(quickStart({ units: 0, assessedUnits: 0, remembered: ["hidden"] })).toBeNull();
  });

  test("the cookie keeps known words only", () => {
    expect(parseRemembered(undefined)).toEqual([]);
    expect(parseRemembered("compare.nonsense.readReport")).toEqual(["readReport", "compare"]);
    expect(parseRemembered(formatRemembered(["readReport", "hidden"]))).toEqual(["readReport", "hidden"]);
  });
});
