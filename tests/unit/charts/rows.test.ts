import fc from "fast-check";
import { expect, test } from "vitest";
import { barsGeometry } from "@/lib/chart-geometry/bars";
import { dotsGeometry } from "@/lib/chart-geometry/dots";
import { matrixGeometry } from "@/lib/chart-geometry/matrix";
import { waterfallGeometry } from "@/lib/chart-geometry/waterfall";

test("a bar reaches from zero to its value, in the unit of the width", () => {
  const { bars, ticks } = barsGeometry({ rows: [{ value: 41 }], width: 200 });
  expect(bars[0]).toEqual({ bar: { x: 0, width: 82 }, target: null, shortfall: null, whisker: null });
  expect(ticks.map(({ x }) => x)).toEqual([0, 50, 100, 150, 200]);
});

test("a value under its target leaves a shortfall, one above leaves none", () => {
  const { bars } = barsGeometry({
    rows: [
      { value: 40, target: 65 },
      { value: 70, target: 65 },
    ],
    width: 100,
  });
  expect(bars[0]?.shortfall).toEqual({ x: 40, width: 25 });
  expect(bars[1]?.shortfall).toBeNull();
  expect(bars[1]?.target).toBe(65);
});

test("an unknown value has no bar but keeps its target and range", () => {
  const { bars } = barsGeometry({ rows: [{ value: null, target: 50, low: 0, high: 80 }], width: 100 });
  expect(bars[0]).toEqual({ bar: null, target: 50, shortfall: null, whisker: { x: 0, width: 80 } });
});

test("a range of no width has no whisker", () => {
  expect(barsGeometry({ rows: [{ value: 50, low: 50, high: 50 }], width: 100 }).bars[0]?.whisker).toBeNull();
});

test("steps of a waterfall are laid end to end", () => {
  const { steps, total, end } = waterfallGeometry({ start: 52, steps: [20, 30, -2], width: 100 });
  expect(steps.map(({ from, to, x, width }) => ({ from, to, x, width }))).toEqual([
    { from: 52, to: 72, x: 52, width: 20 },
    { from: 72, to: 102, x: 72, width: 28 },
    { from: 102, to: 100, x: 100, width: 0 },
  ]);
  expect(total).toBe(100);
  expect(end).toEqual({ x: 0, width: 100 });
});

test("each step begins where the one before ends, and the last at the total", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { maxLength: 11 }), (changes) => {
      const { steps, total } = waterfallGeometry({ start: 1, steps: changes, width: 100 });
      for (const [index, { from }] of steps.entries()) expect(from).toBe(steps[index - 1]?.to ?? 1);
      expect(total).toBe(steps.at(-1)?.to ?? 1);
    }),
  );
});

test("dots that would cover each other go to different lanes", () => {
  const { rows } = dotsGeometry({ rows: [{ dots: [50, 10, 50, 50.5] }], width: 100, separation: 2 });
  expect(rows[0]?.dots).toEqual([
    { index: 0, x: 50, lane: 0 },
    { index: 1, x: 10, lane: 0 },
    { index: 2, x: 50, lane: 1 },
    { index: 3, x: 50.5, lane: -1 },
  ]);
});

test("bands, medians and ranges stand where their values are", () => {
  const { rows } = dotsGeometry({
    rows: [{ dots: [], median: 30, band: [20, 45], range: [10, 90] }],
    width: 200,
    separation: 2,
  });
  expect(rows[0]).toEqual({ dots: [], median: 60, band: { x: 40, width: 50 }, range: { x: 20, width: 160 } });
});

test("cells of a matrix fill its box, row by row", () => {
  const cells = matrixGeometry({ rows: 2, columns: 3, width: 98, height: 42, gap: 4 });
  expect(cells).toHaveLength(6);
  expect(cells[0]).toEqual({ row: 0, column: 0, x: 0, y: 0, width: 30, height: 19 });
  expect(cells[5]).toEqual({ row: 1, column: 2, x: 68, y: 23, width: 30, height: 19 });
});
