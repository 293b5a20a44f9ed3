import fc from "fast-check";
import { expect, test } from "vitest";
import { weightedMean } from "@/lib/scoring/weighted-mean";

type Item = { figure: number | null; weight: number };
const mean = (items: readonly Item[]) =>
  weightedMean(
    items,
    ({ figure }) => figure,
    ({ weight }) => weight,
  );

test("weighs each figure", () => {
  expect(
    mean([
      { figure: 2, weight: 1 },
      { figure: 5, weight: 2 },
    ]),
  ).toBe(4);
});

test("what has no figure takes its weight out of the mean", () => {
  expect(
    mean([
      { figure: 2, weight: 1 },
      { figure: null, weight: 100 },
    ]),
  ).toBe(2);
});

test("an empty mean is unknown, not zero", () => {
  expect(mean([])).toBeNull();
  expect(mean([{ figure: null, weight: 1 }])).toBeNull();
});

test("never leaves the range of its figures, whatever the rounding", () => {
  // Without care 5.000000000000001 and 2.9999999999999996.
  expect(mean([0.3, 0.6].map((weight) => ({ figure: 5, weight })))).toBe(5);
  expect(mean([0.1, 0.7].map((weight) => ({ figure: 3, weight })))).toBe(3);
  const item = fc.record({
    figure: fc.double({ min: 1, max: 5, noNaN: true }),
    weight: fc.double({ min: 0.001, max: 1000, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), (items) => {
      const figures = items.map(({ figure }) => figure);
      expect(mean(items)).toBeGreaterThanOrEqual(Math.min(...figures));
      expect(mean(items)).toBeLessThanOrEqual(Math.max(...figures));
    }),
  );
});
