import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Radar } from "@/components/charts/radar";
import { tableOf } from "./read";

const axes = ["Technical", "Process", "Governance"];
const series = [
  { name: "Today", values: [62.5, null, 31] },
  { name: "Required", values: [65, 60, 68] },
];

test("the figure is named by its finding and described by its numbers", () => {
  render(<Radar title="Governance holds Retail back" axes={axes} series={series} />);
  const figure = screen.getByRole("figure", { name: "Governance holds Retail back" });
  const summary = document.getElementById(figure.getAttribute("aria-describedby") ?? "");
  expect(summary?.textContent).toBe(
    "Today: Technical 62.5, Process –, Governance 31.0. Required: Technical 65.0, Process 60.0, Governance 68.0.",
  );
  const [image] = screen.getAllByRole("img");
  expect(image?.getAttribute("aria-labelledby")).toContain(summary?.id);
});

test("the table has every number and says which are unknown", () => {
  render(<Radar title="A" axes={axes} series={series} />);
  expect(tableOf(screen.getByRole("figure"))).toEqual([
    ["Axis", "Today", "Required"],
    ["Technical", "62.5", "65.0"],
    ["Process", "–", "60.0"],
    ["Governance", "31.0", "68.0"],
  ]);
});

test("without a known value it says so instead of drawing", () => {
  render(<Radar title="A" axes={axes} series={[{ name: "Today", values: [null, null, null] }]} />);
  expect(screen.getByText("There is nothing to show yet: no value is known.")).toBeTruthy();
  expect(screen.queryByRole("img")).toBeNull();
});

test("t opens and closes the table while focus is in the figure", async () => {
  const user = userEvent.setup();
  render(<Radar title="A" axes={axes} series={series} />);
  const details = screen.getByRole("figure").querySelector("details");
  await user.keyboard("t");
  expect(details?.open).toBe(false);
  screen.getByText("Show as table").focus();
  await user.keyboard("t");
  expect(details?.open).toBe(true);
  await user.keyboard("{Control>}t{/Control}");
  expect(details?.open).toBe(true);
  await user.keyboard("t");
  expect(details?.open).toBe(false);
});

test("exploring replaces the drawing in its box and gives it back", async () => {
  const user = userEvent.setup();
  render(<Radar title="A" axes={axes} series={series} explore />);
  await user.click(screen.getByRole("button", { name: "Explore" }));
  const stop = await screen.findByRole("button", { name: "Stop exploring" }, { timeout: 5000 });
  expect(screen.getByRole("status").textContent).toContain("arrow keys");
  await user.click(stop);
  expect(screen.getByRole("button", { name: "Explore" })).toBeTruthy();
});
