import fc from "fast-check";
import { expect, test } from "vitest";
import { HUNDRED, place, stepOf, ticks } from "@/lib/chart-geometry/scale";

test("a value stands in proportion between the ends of its axis", () => {
  expect(place(25, HUNDRED, 200)).toBe(50);
  expect(place(5, [0, 20], 100)).toBe(25);
});

test("a value beyond the axis is held at its end", () => {
  expect(place(-3, HUNDRED, 100)).toBe(0);
  expect(place(140, HUNDRED, 100)).toBe(100);
});

test("ticks are round and reach from end to end", () => {
  expect(ticks(HUNDRED)).toEqual([0, 25, 50, 75, 100]);
  expect(ticks([0, 20])).toEqual([0, 5, 10, 15, 20]);
  expect(ticks([0, 1])).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(ticks(HUNDRED, 2)).toEqual([0, 50, 100]);
});

test("ticks rise, stay on the axis and are evenly apart", () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 1000 }), (low, length) => {
      const values = ticks([low, low + length]);
      const gaps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
      expect(values.every((value) => value >= low && value <= low + length)).toBe(true);
      expect(gaps.every((gap) => gap > 0 && Math.abs(gap - (gaps[0] ?? 0)) < 1e-9)).toBe(true);
    }),
  );
});

test("a limit between two steps belongs to the higher one, the top to the last", () => {
  expect([0, 19.9, 20, 59.9, 60, 79.99, 80, 100].map((value) => stepOf(value))).toEqual([
    0, 0, 1, 2, 3, 3, 4, 4,
  ]);
});
