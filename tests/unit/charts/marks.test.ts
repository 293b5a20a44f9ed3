import { expect, test } from "vitest";
import { MAX_SERIES, markerPath, seriesDash } from "@/lib/chart-geometry/marks";

test("no two series share a dash or a marker", () => {
  const series = Array.from({ length: MAX_SERIES }, (_, index) => index);
  expect(MAX_SERIES).toBe(4);
  expect(new Set(series.map(seriesDash)).size).toBe(MAX_SERIES);
  expect(new Set(series.map((index) => markerPath(index))).size).toBe(MAX_SERIES);
});
