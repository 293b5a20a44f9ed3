import fc from "fast-check";
import { expect, test } from "vitest";
import { rank } from "@/lib/comparison/rank";
import type { Bounded } from "@/lib/scoring/result";

const figure = (low: number, value = low, high = value): Bounded => ({ low, value, high });

test("certain figures rank from the best down, equal ones share a place", () => {
  const figures = new Map([
    ["a", figure(50)],
    ["b", figure(90)],
    ["c", figure(50)],
    ["d", figure(10)],
  ]);
  expect(Object.fromEntries(rank(figures))).toEqual({
    b: { from: 1, to: 1, overlaps: 0 },
    a: { from: 2, to: 3, overlaps: 1 },
    c: { from: 2, to: 3, overlaps: 1 },
    d: { from: 4, to: 4, overlaps: 0 },
  });
});

test("overlapping bounds are no order, even where the means differ", () => {
  const figures = new Map([
    ["wide", figure(40, 60, 80)],
    ["left", figure(41, 45, 50)],
    ["right", figure(70, 75, 79)],
  ]);
  expect(rank(figures).get("wide")).toEqual({ from: 1, to: 3, overlaps: 2 });
  // "left" is certainly below "right".
  expect(rank(figures).get("left")).toEqual({ from: 2, to: 3, overlaps: 1 });
  expect(rank(figures).get("right")).toEqual({ from: 1, to: 2, overlaps: 1 });
});

test("where less is better the smallest is first", () => {
  const figures = new Map([
    ["far", figure(3)],
    ["near", figure(0.5)],
  ]);
  expect(rank(figures, "lower").get("near")).toEqual({ from: 1, to: 1, overlaps: 0 });
});

test("what has no figure has no rank and takes no place", () => {
  const figures = new Map([
    ["a", figure(50)],
    ["none", { value: null, low: null, high: null }],
    ["open", { value: null, low: 0, high: 100 }],
  ]);
  expect([...rank(figures)]).toEqual([["a", { from: 1, to: 1, overlaps: 0 }]]);
});

test("ranks are what comparing every pair gives", () => {
  const bounds = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
    .map(([a, b]) => figure(Math.min(a, b), (a + b) / 2, Math.max(a, b)));
  fc.assert(
    fc.property(fc.array(bounds, { minLength: 1, maxLength: 12 }), (all) => {
      const figures = new Map(all.map((one, index) => [`${index}`, one]));
      for (const [key, { from, to, overlaps }] of rank(figures)) {
        const own = figures.get(key);
        const others = [...figures].filter(([other]) => other !== key).map(([, other]) => other);
        const above = others.filter(({ low }) => (low ?? 0) > (own?.high ?? 0)).length;
        const below = others.filter(({ high }) => (high ?? 0) < (own?.low ?? 0)).length;
        expect({ from, to, overlaps }).toEqual({
          from: 1 + above,
          to: all.length - below,
          overlaps: others.length - above - below,
        });
      }
    }),
  );
});
