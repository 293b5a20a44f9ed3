import { expect, test } from "vitest";
import { trendGeometry } from "@/lib/chart-geometry/trend";

test("points stand by time, not by order", () => {
  const { points } = trendGeometry({
    points: [
      { date: "2026-01-01", value: 0 },
      { date: "2026-01-02", value: 50 },
      { date: "2026-01-11", value: 100 },
    ],
    width: 100,
    height: 40,
  });
  expect(points.map(({ x, y }) => [x, y])).toEqual([
    [0, 40],
    [10, 20],
    [100, 0],
  ]);
});

test("a single point stands at the right end", () => {
  const { points, path } = trendGeometry({
    points: [{ date: "2026-01-01", value: 50 }],
    width: 80,
    height: 40,
  });
  expect(points).toEqual([{ index: 0, x: 80, y: 20 }]);
  expect(path).toBe("M80,20Z");
});

test("an unknown value breaks the line", () => {
  const { points, path } = trendGeometry({
    points: [
      { date: "2026-01-01", value: 10 },
      { date: "2026-01-02", value: null },
      { date: "2026-01-03", value: 20 },
    ],
    width: 100,
    height: 100,
  });
  expect(points.map(({ index }) => index)).toEqual([0, 2]);
  expect(path.match(/M/g)).toHaveLength(2);
});
