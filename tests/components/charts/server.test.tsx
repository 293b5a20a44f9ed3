// @vitest-environment node
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Bars } from "@/components/charts/bars";
import { Radar } from "@/components/charts/radar";

const html = renderToStaticMarkup(
  <>
    <Radar title="A" axes={["A", "B", "C"]} series={[{ name: "Today", values: [1, 2, 3] }]} explore />
    <Bars title="B" rows={[{ key: "a", label: "A", value: 1, target: 2, low: 0, high: 3 }]} explore />
  </>,
);

test("a server draws the charts and their tables without script", () => {
  expect(html).toContain('role="img"');
  expect(html.match(/<table/g)).toHaveLength(2);
  expect(html).not.toContain("recharts");
});

test("nothing is styled by an attribute that a strict content policy refuses", () => {
  expect(html).not.toContain("style=");
});
