import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import readSheets from "read-excel-file/node";
import { HOME } from "../support/page-addresses";
import { expectAccessibleLayout, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

const UNITS = 500;
const COMPARE = `${HOME}/compare`;
const EXPORTS = `${HOME}/settings/exports`;

test.describe.configure({ mode: "serial" });
// The app is killed once, while a page asks it how far an export is.
test.use({ generatedUnits: UNITS, expectedFailures: [/_rsc=|\/api\/health\/live$/] });

const heatMap = (page: Page) => page.getByRole("region", { name: "Heat map" }).getByRole("table").first();
const names = (page: Page) => heatMap(page).locator("tbody th a").allTextContents();

test("all units are compared, and their heat map comes in pages", async ({ page }) => {
  await page.goto(`${COMPARE}?sort=name.asc`);
  await expect(page.getByText(`Units 1 to 50 of ${UNITS}.`)).toBeVisible();
  const first = await names(page);
  expect(first).toHaveLength(50);
  const pages = page.getByRole("navigation", { name: "Pages of the heat map" });
  await pages.getByRole("link", { name: "Page 10" }).click();
  await expect(page.getByText(`Units 451 to 500 of ${UNITS}.`)).toBeVisible();
  const last = await names(page);
  expect([...last, ...first].toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))).toEqual([
    ...first,
    ...last,
  ]);
  await expectAccessibleLayout(page);
  await expectNoSidewaysScroll(page);
});

test("the find box reaches units of every page", async ({ page }) => {
  await page.goto(`${COMPARE}?sort=name.asc&page=10`);
  const wanted = (await names(page)).at(-1) ?? "";
  await page.goto(COMPARE);
  await page.getByRole("searchbox", { name: /^Find/ }).fill(wanted);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/find=/);
  await expect(page.getByText(`1 of ${UNITS} assessed units`)).toBeVisible();
  expect(await names(page)).toEqual([wanted]);
});

test("a plan takes units that are found by name, and a search loses nothing that was typed", async ({
  page,
}) => {
  await page.goto(`${COMPARE}?sort=name.asc&page=10`);
  const wanted = (await names(page)).at(-1) ?? "";
  await page.goto(`${HOME}/plans/new`);
  await page.getByLabel("Name of the plan").fill("Two of many");
  const first = page.getByRole("checkbox").first();
  const ticked = (await first.getAttribute("value")) ?? "";
  await first.check();
  await page.getByLabel("Data lead: People").fill("2.5");
  await page.getByRole("searchbox", { name: /^Find/ }).fill(wanted);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/find=/);
  await expect(page.getByLabel("Name of the plan")).toHaveValue("Two of many");
  await expect(page.getByLabel("Data lead: People")).toHaveValue("2.5");
  await expect(page.locator(`input[value="${ticked}"]`)).toBeChecked();
  await expect(page.getByRole("checkbox")).toHaveCount(2);
  await page.getByRole("checkbox", { name: wanted }).check();
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page.getByRole("status").first()).toContainText("Plan made.");
  await expect(page.getByRole("region", { name: "What each unit reaches" }).getByRole("row")).toHaveCount(3);
});

test("a long comparison is written beside other work, as the view shows it", async ({ page }) => {
  await page.goto(`${COMPARE}?sort=name.asc`);
  const [first] = await names(page);
  await page.getByRole("button", { name: "XLSX" }).click();
  await page.waitForURL(/\/settings\/exports$/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/unit-comparison-.*\.xlsx$/);
  const units = (await readSheets(await file.path())).find(({ sheet }) => sheet === "Units");
  expect(units?.data).toHaveLength(1 + UNITS);
  expect(units?.data[1]?.[0]).toBe(first);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Nothing was exported lately.")).toBeVisible();
  await page.goto(`${COMPARE}?find=${encodeURIComponent(first ?? "")}`);
  await expect(page.getByRole("link", { name: "XLSX" })).toBeVisible();
});

test("what was submitted comes in pages, the last submitted first", async ({ page }) => {
  const submitted = page.getByRole("region", { name: "Submitted" });
  const links = () => submitted.locator("tbody a[href$='/results']").evaluateAll((all) => all.length);
  await page.goto(`${HOME}/assessments?page=30`);
  expect(await links()).toBe(50);
  const pages = page.getByRole("navigation", { name: "Pages of submitted assessments" });
  await expect(pages.getByRole("link", { name: "Next" })).toHaveCount(0);
  await pages.getByRole("link", { name: "Previous" }).click();
  await expect(pages.getByRole("link", { name: "Page 29" })).toHaveAttribute("aria-current", "page");
  expect(await links()).toBe(50);
});

test("home, units and assessments stay short", async ({ page }) => {
  for (const address of ["", "/assessments"]) {
    await page.goto(`${HOME}${address}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(6000);
  }
});

test("an export is written to its end although the app is killed in the middle of it, and can be cancelled", async ({
  page,
  app,
}) => {
  test.slow();
  await page.goto(EXPORTS);
  await page.getByRole("button", { name: "Export everything" }).click();
  const progress = page.getByRole("progressbar", { name: /^[1-9]\d* of 1500 assessments written$/ });
  await expect(progress).toBeVisible();
  await app.kill();
  // The page stays while nobody answers it.
  await page.waitForTimeout(1500);
  await expect(progress).toBeVisible();
  await app.restart();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const content = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(content.assessments).toHaveLength(3 * UNITS);

  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("status")).toContainText("Removed.");
  await page.getByRole("button", { name: "Export everything" }).click();
  await expect(progress).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("status")).toContainText("Removed.");
  await expect(page.getByText("Nothing was exported lately.")).toBeVisible();
});
