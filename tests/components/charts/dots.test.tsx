import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Dots } from "@/components/charts/dots";
import { tableOf } from "./read";

test("the table has every point with the middle of its row", () => {
  render(
    <Dots
      title="A"
      rows={[
        {
          key: "a",
          label: "Process",
          median: 30,
          quartiles: [20, 45],
          dots: [
            { label: "Retail", value: 20 },
            { label: "Claims", value: 60 },
          ],
        },
        { key: "b", label: "Resources", dots: [] },
      ]}
    />,
  );
  expect(tableOf(screen.getByRole("figure", { name: "A" }))).toEqual([
    ["Name", "Point", "Value", "Median", "Middle half"],
    ["Process", "Retail", "20.0", "30.0", "20.0 to 45.0"],
    ["Process", "Claims", "60.0", "30.0", "20.0 to 45.0"],
    ["Resources", "–", "–", "–", "–"],
  ]);
  expect(
    screen.getByText("Process: 2 values from 20.0 to 60.0, median 30.0. Resources: not known."),
  ).toBeTruthy();
});

test("a ranking reads with its ranges", () => {
  render(
    <Dots
      title="A"
      names={{ row: "Unit", dots: "Readiness", range: "Could be" }}
      rows={[{ key: "a", label: "Retail", dots: [{ label: "Readiness", value: 68 }], range: [60, 79] }]}
    />,
  );
  expect(tableOf(screen.getByRole("figure"))).toEqual([
    ["Unit", "Readiness", "Could be"],
    ["Retail", "68.0", "60.0 to 79.0"],
  ]);
  expect(screen.getByText(", Could be 60.0 to 79.0")).toBeTruthy();
});

test("without points it says so instead of drawing", () => {
  render(<Dots title="A" rows={[{ key: "a", label: "Process", dots: [] }]} />);
  expect(screen.getByText("There is nothing to show yet: no value is known.")).toBeTruthy();
});
