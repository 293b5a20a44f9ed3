import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Trend } from "@/components/charts/trend";
import { tableOf } from "./read";

test("the table has every dated value, the summary the first and the last", () => {
  render(
    <Trend
      title="A"
      points={[
        { date: "2025-11-20", value: 44.2 },
        { date: "2026-02-11", value: null },
        { date: "2026-11-24", value: 58.3 },
      ]}
    />,
  );
  expect(tableOf(screen.getByRole("figure", { name: "A" }))).toEqual([
    ["Date", "Value"],
    ["Nov 20, 2025", "44.2"],
    ["Feb 11, 2026", "–"],
    ["Nov 24, 2026", "58.3"],
  ]);
  expect(screen.getByText("From 44.2 on Nov 20, 2025 to 58.3 on Nov 24, 2026, 2 values.")).toBeTruthy();
});

test("one value is a trend of one", () => {
  render(<Trend title="A" points={[{ date: "2026-11-24", value: 58.3 }]} />);
  expect(screen.getByText("58.3 on Nov 24, 2026.")).toBeTruthy();
  expect(screen.getByRole("img")).toBeTruthy();
});

test("without a value it says so instead of drawing", () => {
  render(<Trend title="A" points={[]} />);
  expect(screen.getByText("There is nothing to show yet: no value is known.")).toBeTruthy();
});
