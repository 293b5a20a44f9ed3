import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Bars } from "@/components/charts/bars";
import { tableOf } from "./read";

const rows = [
  { key: "technical", label: "Technical", value: 62.5, target: 65, low: 55, high: 70, group: "Ours" },
  { key: "process", label: "Process", value: 55, target: 50, low: 55, high: 55, group: "Ours" },
  { key: "resources", label: "Resources", value: null, target: 58, low: null, high: null, group: "Theirs" },
];

test("the table has every number, with a column for what there is", () => {
  render(<Bars title="A" rows={rows} names={{ row: "Area", value: "Score", target: "Required" }} />);
  expect(tableOf(screen.getByRole("figure", { name: "A" }))).toEqual([
    ["Area", "Score", "Required", "Low", "High"],
    ["Ours: Technical", "62.5", "65.0", "55.0", "70.0"],
    ["Ours: Process", "55.0", "50.0", "55.0", "55.0"],
    ["Theirs: Resources", "–", "58.0", "–", "–"],
  ]);
});

test("a row reads with its figure, its target and its range", () => {
  render(<Bars title="A" rows={rows} names={{ target: "Required", range: "Could be" }} />);
  const [technical] = within(screen.getByRole("list", { name: "Ours" })).getAllByRole("listitem");
  expect(technical?.textContent).toBe("Technical62.5, Required 65.0, Could be 55.0 to 70.0");
});

test("the summary names the ends, the shortfalls and the unknown", () => {
  render(<Bars title="A" rows={rows} names={{ target: "Required" }} />);
  const summary = screen.getByText(/^Lowest/);
  expect(summary.textContent).toBe(
    "Lowest: Process, 55.0. Highest: Technical, 62.5. 1 of 2 below required. 1 not known.",
  );
});

test("a row with an address links to it", () => {
  render(<Bars title="A" rows={[{ key: "a", label: "Technical", value: 1, href: "/acme" }]} />);
  expect(screen.getByRole("link", { name: "Technical" }).getAttribute("href")).toBe("/acme");
});

test("an unknown row stays and says so", () => {
  render(<Bars title="A" rows={rows} names={{ missing: "Not assessed" }} />);
  expect(screen.getByText("Not assessed")).toBeTruthy();
});

test("without rows it says so instead of drawing", () => {
  render(<Bars title="A" rows={[]} />);
  expect(screen.getByText("There is nothing to show yet: no value is known.")).toBeTruthy();
});
