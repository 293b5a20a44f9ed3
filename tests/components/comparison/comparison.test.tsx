import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type OnUrlUpdateFunction, withNuqsTestingAdapter } from "nuqs/adapters/testing";
import { expect, test, vi } from "vitest";
import { Comparison, NotComparedSection } from "@/components/comparison/comparison";
import { comparisonView } from "@/components/comparison/comparison-view";
import { FilterBar } from "@/components/comparison/filter-bar";
import { readView } from "@/components/comparison/view-address";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import { LEVEL_NAMES } from "@/lib/framework/level-names";
import { framework, submitted, unitOf } from "../../unit/comparison/compared-units";

const units = [
  unitOf("Retail", submitted(4, { "risk-management": 1 }), submitted(3)),
  unitOf("Claims", submitted(5, {}, { targetPhase: "foundation" })),
  unitOf("Plant", submitted(3, { "risk-management": 2 }, { depth: "quick" }), submitted(2)),
];

async function show(query = "", shown: readonly ComparedUnit[] = units) {
  const view = await readView(new URLSearchParams(query));
  const onUrlUpdate = vi.fn<OnUrlUpdateFunction>();
  const wrapper = withNuqsTestingAdapter({ searchParams: query, onUrlUpdate, hasMemory: true });
  render(<Comparison comparison={comparisonView("acme", framework, shown, view)} />, { wrapper });
  return onUrlUpdate;
}

const section = (name: string) => screen.getByRole("region", { name });
const heads = (table: HTMLElement) => within(table).getAllByRole("rowheader");
const heatMap = () => within(section("Heat map")).getByRole("table");
const unitsOf = (table: HTMLElement) =>
  heads(table).map((head) => within(head).getByRole("link").textContent);

test("the heat map holds each unit's figures, best first, and each leads to where it comes from", async () => {
  await show();
  expect(unitsOf(heatMap())).toEqual(["Claims", "Retail", "Plant"]);
  const retail = within(heatMap()).getByRole("row", { name: /^Retail/ });
  const readiness =
    units[0]?.latest.result.areas.find(({ key }) => key === "governance")?.readiness.value ?? 0;
  const cells = within(retail).getAllByRole("cell");
  expect(cells).toHaveLength(6);
  expect(cells[4]?.textContent).toBe(readiness.toFixed(1));
  expect(within(retail).getByRole("link", { name: "Retail" }).getAttribute("href")).toBe(
    "/acme/units/retail",
  );
  expect(cells[4]?.querySelector("a")?.getAttribute("href")).toBe(
    "/acme/assessments/assessment/results#area-governance",
  );
});

test("a heading sorts by its column, then the other way round, and says which", async () => {
  await show("?sort=governance.asc");
  expect(unitsOf(heatMap())).toEqual(["Retail", "Plant", "Claims"]);
  const governance = within(heatMap()).getByRole("columnheader", { name: /Governance/ });
  expect(governance.getAttribute("aria-sort")).toBe("ascending");
  expect(within(governance).getByRole("link").getAttribute("href")).toBe(
    "/acme/compare?sort=governance.desc#heat-map",
  );
  const process = within(heatMap()).getByRole("columnheader", { name: "Process" });
  expect(within(process).getByRole("link").getAttribute("href")).toBe(
    "/acme/compare?sort=process.desc#heat-map",
  );
});

test("by capability a figure leads to the capability, and what a quick assessment does not ask is said", async () => {
  await show("?by=capabilities&measure=gap");
  const retail = within(heatMap()).getByRole("row", { name: /^Retail/ });
  const risk = retail.querySelector("a[href$='#capability-risk-management']");
  expect(risk?.textContent).toBe("3");
  expect(risk?.closest("td")?.className).toContain("bg-severity-4 text-on-severity-4");
  const plant = within(heatMap()).getByRole("row", { name: /^Plant/ });
  expect(within(plant).getAllByText("Not assessed")).toHaveLength(10);
});

test("a place is a range where bounds overlap", async () => {
  const open = {
    ...submitted(4),
    result: { ...submitted(4).result, readiness: { value: 80, low: 40, high: 100 } },
  };
  await show("", [...units, unitOf("Open", open)]);
  const ranking = within(section("Ranking"));
  expect(ranking.getByRole("link", { name: /^1–4\. Open$/ })).toBeTruthy();
  expect(ranking.getByRole("heading", { name: /units could be first/ })).toBeTruthy();
});

test("weaknesses, teachers and learners, and what changed, in words", async () => {
  await show();
  const weaknesses = within(section("Common and local weaknesses"));
  const risk = weaknesses.getByRole("row", { name: /^Risk management/ });
  expect(risk.textContent).toContain("2 of 3");
  expect(risk.textContent).toContain("Claims");
  const pair = within(section("Transfer pairs")).getAllByRole("row", { name: /^Risk management/ })[0];
  expect(pair?.textContent).toContain("Retail");
  expect(pair?.textContent).toContain("Claims (level 5)");
  const changes = within(section("Changes since the assessment before"));
  expect(changes.getByRole("row", { name: /^Retail/ }).textContent).toMatch(/up \d+\.\d/);
  expect(changes.getByRole("row", { name: /^Plant/ }).textContent).toContain("Not comparable: other depth");
  expect(changes.getByText("1 of 3 units has been assessed once only.")).toBeTruthy();
});

test("mixed phases and depths are said, not averaged over in silence", async () => {
  await show();
  expect(screen.getByText(/own target phase: 2 expansion, 1 foundation/)).toBeTruthy();
  expect(screen.getByText(/2 full, 1 quick/)).toBeTruthy();
});

test("without a choice all units are dots; the chosen ones are laid over each other", async () => {
  await show("?chosen=retail&chosen=claims");
  const overlay = within(section("Overlay"));
  expect(overlay.getByRole("figure", { name: "Readiness by area: Retail, Claims" })).toBeTruthy();
  expect(overlay.getByRole("figure", { name: "Where they stand among 3 units" })).toBeTruthy();
});

test("a tick chooses a unit at once, in the address", async () => {
  const onUrlUpdate = await show("?measure=score");
  await userEvent.click(within(section("Overlay")).getByText(/^Choose units/));
  await userEvent.click(screen.getByRole("checkbox", { name: "Plant" }));
  await vi.waitFor(() => expect(onUrlUpdate).toHaveBeenCalled());
  expect(onUrlUpdate.mock.calls.at(-1)?.[0].queryString).toBe("?measure=score&chosen=plant");
});

test("a filter takes effect at once, and one link removes all of them", async () => {
  const onUrlUpdate = vi.fn<OnUrlUpdateFunction>();
  const wrapper = withNuqsTestingAdapter({
    searchParams: "?verdict=ready&sort=name.asc",
    onUrlUpdate,
    hasMemory: true,
  });
  render(
    <FilterBar
      levels={LEVEL_NAMES}
      action="/acme/compare"
      count="1 of 3 assessed units"
      branches={[{ id: "emea", label: "EMEA" }]}
      units={[{ id: "retail", label: "Retail" }]}
      allUnits
    />,
    { wrapper },
  );
  expect(screen.getByRole("link", { name: "Remove the filter" }).getAttribute("href")).toBe(
    "/acme/compare?sort=name.asc",
  );
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Ready" }).checked).toBe(true);
  await userEvent.selectOptions(screen.getByLabelText("Part of the organization"), "EMEA");
  await userEvent.click(screen.getByRole("checkbox", { name: "Managed" }));
  await vi.waitFor(() =>
    expect(onUrlUpdate.mock.calls.at(-1)?.[0].queryString).toBe(
      "?verdict=ready&sort=name.asc&under=emea&band=managed",
    ),
  );
});

test("units that are in no figure are listed with the reason", () => {
  render(
    <NotComparedSection
      organization="acme"
      units={[
        { unit: { id: "new", name: "New" }, reason: "notAssessed" },
        { unit: { id: "old", name: "Old" }, reason: "otherVersion", latest: submitted(3) },
      ]}
    />,
  );
  const list = within(screen.getByRole("region", { name: "Not compared: 2 units" })).getAllByRole("listitem");
  expect(list.map(({ textContent }) => textContent)).toEqual([
    "NewNot assessed",
    "OldAssessed Nov 24, 2026 with ai-scaling@1.0.0",
  ]);
});

test("many units come in pages, and what is not in sight is said", async () => {
  const [unit] = units;
  if (!unit) expect.fail();
  const many = Array.from({ length: 230 }, (_, index) => ({
    ...unit,
    unit: { id: `u${index}`, name: `Unit ${index + 1}` },
  }));
  await show("?sort=name.asc&measure=gap&page=2", many);
  // Looking up by role takes seconds in so long a page.
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const names = all("#heat-map tbody th a").map(({ textContent }) => textContent);
  expect([names.length, names[0], names.at(-1)]).toEqual([50, "Unit 51", "Unit 100"]);
  expect(document.querySelector("#heat-map")?.textContent).toContain("Units 51 to 100 of 230.");
  const pages = all("nav[aria-label='Pages of the heat map'] a");
  expect(pages.map(({ textContent }) => textContent)).toEqual([
    "Previous",
    "Page 1",
    "Page 2",
    "Page 3",
    "Page 4",
    "Page 5",
    "Next",
  ]);
  expect(pages.map((link) => link.getAttribute("aria-current"))).toEqual([
    null,
    null,
    "page",
    null,
    null,
    null,
    null,
  ]);
  expect(pages.at(-1)?.getAttribute("href")).toBe("/acme/compare?measure=gap&sort=name.asc&page=3#heat-map");
  expect(all("#heat-map thead a").filter((link) => link.getAttribute("href")?.includes("page="))).toEqual([]);
  expect(document.querySelector("#ranking")?.textContent).toContain("180 more come after these.");
  expect(document.querySelector("#changes")?.textContent).toContain("The 50 of 230 units");
  expect(all("#changes tbody tr")).toHaveLength(50);
  expect(all("input[name='chosen']")).toHaveLength(50);
  expect(document.querySelector("#overlay")?.textContent).toContain("Find others by name at the top.");
});
