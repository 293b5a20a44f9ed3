import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Waterfall } from "@/components/charts/waterfall";
import { tableOf } from "./read";

const steps = [
  { key: "a", label: "Risk assessment", change: 30 },
  { key: "b", label: "Skills", change: 18 },
];

test("the table has every change and the total after it", () => {
  render(
    <Waterfall title="A" start={{ label: "Today", value: 52 }} steps={steps} end={{ label: "All closed" }} />,
  );
  expect(tableOf(screen.getByRole("figure", { name: "A" }))).toEqual([
    ["Step", "Change", "Total"],
    ["Today", "", "52.0"],
    ["Risk assessment", "+30.0", "82.0"],
    ["Skills", "+18.0", "100.0"],
    ["All closed", "", "100.0"],
  ]);
  expect(
    screen.getByText("From Today 52.0 to All closed 100.0 in 2 steps. Largest: Risk assessment, +30.0."),
  ).toBeTruthy();
});

test("an unknown start draws nothing and says so", () => {
  render(
    <Waterfall title="A" start={{ label: "Today", value: null }} steps={steps} end={{ label: "Then" }} />,
  );
  expect(screen.getByText("There is nothing to show yet: no value is known.")).toBeTruthy();
});
