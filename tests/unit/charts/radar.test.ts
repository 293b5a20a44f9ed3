import fc from "fast-check";
import { expect, test } from "vitest";
import { radarGeometry } from "@/lib/chart-geometry/radar";
import { estimateWidth } from "@/lib/chart-geometry/text";

const areas = ["Technical", "Organizational", "Process", "Governance", "Resources"];

test("the first axis points up and the others follow clockwise", () => {
  const { center, radius, spokes } = radarGeometry({ axes: ["A", "B", "C", "D"], series: [], width: 300 });
  expect(spokes.map(({ x2, y2 }) => [Math.round(x2 - center.x), Math.round(y2 - center.y)])).toEqual([
    [0, -radius],
    [radius, 0],
    [0, radius],
    [-radius, 0],
  ]);
});

test("a value stands on its axis in proportion to the domain", () => {
  const { center, radius, polygons } = radarGeometry({
    axes: areas,
    series: [[50, 100, 0, 0, 25]],
    width: 400,
  });
  const away = polygons[0]?.points.map(({ x, y }) => Math.hypot(x - center.x, y - center.y) / radius);
  expect(away?.map((share) => Number(share.toFixed(6)))).toEqual([0.5, 1, 0, 0, 0.25]);
});

test("a known outline is closed", () => {
  const { polygons } = radarGeometry({ axes: areas, series: [[10, 20, 30, 40, 50]], width: 400 });
  expect(polygons[0]?.path).toMatch(/^M.*Z$/);
});

test("an unknown value breaks the outline once and has no point", () => {
  const { polygons } = radarGeometry({ axes: areas, series: [[10, 20, null, 40, 50]], width: 400 });
  expect(polygons[0]?.points.map(({ axis }) => axis)).toEqual([0, 1, 3, 4]);
  expect(polygons[0]?.path.match(/M/g)).toHaveLength(1);
  expect(polygons[0]?.path.match(/L/g)).toHaveLength(3);
  expect(polygons[0]?.path).not.toContain("Z");
});

test("rings stand for the ticks of the domain, outermost last", () => {
  const { rings, center, radius } = radarGeometry({ axes: areas, series: [], width: 400 });
  expect(rings.map(({ value }) => value)).toEqual([25, 50, 75, 100]);
  expect(rings.at(-1)?.label.y).toBeCloseTo(center.y - radius);
});

test("five area names leave a readable radar on a phone", () => {
  expect(radarGeometry({ axes: areas, series: [], width: 248, fontSize: 12.5 }).radius).toBeGreaterThan(74);
});

test("every label stays whole inside the box, whatever its length", () => {
  const label = fc
    .array(fc.stringMatching(/^[A-Za-z]{1,16}$/), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(" "));
  const measure = estimateWidth(14);
  fc.assert(
    fc.property(
      fc.array(label, { minLength: 3, maxLength: 9 }),
      fc.integer({ min: 248, max: 600 }),
      (axes, width) => {
        const { labels, height, lineHeight } = radarGeometry({ axes, series: [], width, measure });
        for (const { lines, x, y } of labels) {
          const half = Math.max(...lines.map(measure)) / 2;
          expect(x - half).toBeGreaterThanOrEqual(-1e-9);
          expect(x + half).toBeLessThanOrEqual(width + 1e-9);
          expect(y).toBeGreaterThan(0);
          expect(y + (lines.length - 1) * lineHeight).toBeLessThanOrEqual(height);
        }
      },
    ),
    { numRuns: 60 },
  );
});
