import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { HeatTable } from "@/components/charts/heat-table";
import { tableOf } from "./read";

const columns = [
  { key: "technical", header: <a href="?sort=technical">Technical</a>, sorted: "descending" as const },
  { key: "process", header: "Process" },
];

test("it is a table of every number, with the unknown marked and explained", () => {
  render(
    <HeatTable
      title="A"
      rowHeader={{ header: "Unit" }}
      plainColumns={[{ key: "verdict", header: "Verdict" }]}
      columns={columns}
      missing="Not assessed"
      rows={[
        { key: "a", label: "Retail", href: "/acme", plain: ["Ready"], values: [81.25, 20] },
        { key: "b", label: "Claims", note: "May 2026", plain: ["Not ready"], values: [null, 0] },
      ]}
    />,
  );
  expect(tableOf(screen.getByRole("figure", { name: "A" }))).toEqual([
    ["Unit", "Verdict", "Technical", "Process"],
    ["Retail", "Ready", "81.3", "20.0"],
    ["ClaimsMay 2026", "Not ready", "–Not assessed", "0.0"],
  ]);
  expect(screen.getByTitle("Not assessed")).toBeTruthy();
  expect(screen.getByRole("columnheader", { name: "Technical" }).getAttribute("aria-sort")).toBe(
    "descending",
  );
  expect(screen.getByRole("link", { name: "Retail" }).getAttribute("href")).toBe("/acme");
});

test("the color follows the step of the value", () => {
  render(
    <HeatTable
      title="A"
      rowHeader={{ header: "Unit" }}
      columns={columns}
      rows={[{ key: "a", label: "Retail", values: [19.9, 80] }]}
    />,
  );
  expect(screen.getByText("19.9").className).toContain("bg-scale-1 text-on-scale-1");
  expect(screen.getByText("80.0").className).toContain("bg-scale-5 text-on-scale-5");
});

test("without rows it says so", () => {
  render(<HeatTable title="A" rowHeader={{ header: "Unit" }} columns={columns} rows={[]} />);
  expect(screen.getByText("There is nothing to compare yet.")).toBeTruthy();
});
