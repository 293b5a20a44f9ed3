import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLevel, formatPercent, formatRange, formatScore, formatScoreBelow } from "@/lib/format/number";

test("scores have one digit, levels up to two, shares are whole percent", () => {
  expect([58.34, 58.36, 0, 100].map(formatScore)).toEqual(["58.3", "58.4", "0.0", "100.0"]);
  expect([3, 2.5, 11 / 3, 0].map(formatLevel)).toEqual(["3", "2.5", "3.67", "0"]);
  expect([0.966, 0, 1].map(formatPercent)).toEqual(["97%", "0%", "100%"]);
});

test("what is undefined is a dash", () => {
  expect([formatScore(null), formatLevel(null), formatPercent(null)]).toEqual(["–", "–", "–"]);
});

test("bounds that read the same are one figure", () => {
  expect(formatRange(51, 64.2)).toBe("51.0–64.2");
  expect(formatRange(51.01, 51.04)).toBe("51.0");
});

test("a score below a limit reads as below it", () => {
  expect(formatScoreBelow(58.34, 65)).toBe("58.3");
  expect(formatScoreBelow(64.97, 65)).toBe("64.97");
  expect(formatScoreBelow(64.9999, 65)).toBe("64.9999");
  fc.assert(
    fc.property(fc.double({ min: 0, max: 65 - 1e-8, noNaN: true }), (value) => {
      expect(Number(formatScoreBelow(value, 65))).toBeLessThan(65);
    }),
  );
});
