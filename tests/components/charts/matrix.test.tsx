import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Matrix } from "@/components/charts/matrix";

const empty = { tone: 0, items: [] } as const;
const props = {
  title: "One is critical",
  rowTitle: "Likelihood",
  columnTitle: "Impact",
  rows: [
    { label: "Likely", short: "2" },
    { label: "Rare", short: "1" },
  ],
  columns: [
    { label: "Minor", short: "1" },
    { label: "Severe", short: "2" },
  ],
  tones: { 0: "None", 1: "Low", 2: "Moderate", 3: "High", 4: "Critical" },
} as const;

test("a cell shows its count and is named by what it counts", () => {
  render(
    <Matrix
      {...props}
      cells={[
        [empty, { tone: 4, items: ["Drift", "Lock-in"] }],
        [empty, empty],
      ]}
    />,
  );
  const cells = screen.getAllByRole("button");
  expect(cells.map((cell) => [cell.textContent, cell.getAttribute("aria-label")])).toEqual([
    ["2", "2, Drift, Lock-in"],
  ]);
});

test("the table names every item with its place and rating", () => {
  render(
    <Matrix
      {...props}
      cells={[
        [empty, { tone: 4, items: ["Drift", "Lock-in"] }],
        [{ tone: 1, items: ["Delay"] }, empty],
      ]}
    />,
  );
  const twin = screen.getAllByRole("table", { hidden: true }).at(-1);
  const rows = twin ? within(twin).getAllByRole("row", { hidden: true }) : [];
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ["Name", "Likelihood", "Impact", "Rating"],
    ["Drift", "Likely", "Severe", "Critical"],
    ["Lock-in", "Likely", "Severe", "Critical"],
    ["Delay", "Rare", "Minor", "Low"],
  ]);
});

test("a cell with an address links to it", () => {
  render(
    <Matrix
      {...props}
      cells={[
        [empty, { tone: 4, items: ["Drift"], href: "/acme" }],
        [empty, empty],
      ]}
    />,
  );
  expect(screen.getByRole("link", { name: "1, Drift" }).getAttribute("href")).toBe("/acme");
});

test("an empty grid says so", () => {
  render(
    <Matrix
      {...props}
      cells={[
        [empty, empty],
        [empty, empty],
      ]}
    />,
  );
  expect(screen.getByText("Nothing stands in the grid yet.")).toBeTruthy();
  expect(screen.getByRole("figure").querySelector("details")).toBeNull();
});
