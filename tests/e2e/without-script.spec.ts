import type { Locator, Page } from "@playwright/test";
import { formatRange, formatScore } from "@/lib/format/number";
import type { Result } from "@/lib/scoring/result";
import { expect, test } from "../support/test";

const HOME = "/my-organization";

test.use({ javaScriptEnabled: false });
// The sample is loaded once, through the form, without script as well.
test.describe.configure({ mode: "serial" });

test("the sample organization is loaded with a plain form", async ({ page }) => {
  await page.goto(HOME);
  await page.getByRole("button", { name: "Load the sample organization" }).click();
  await expect(page.getByRole("status")).toContainText("The sample organization is loaded.");
});

/** Each chart is drawn, and opens into a table with its numbers. Returns how many there are. */
async function expectCharts(page: Page): Promise<number> {
  const figures = await page.getByRole("main").locator("figure").all();
  for (const figure of figures) {
    const title = await figure.getAttribute("aria-labelledby");
    await expect(figure.locator("svg, table").first(), `${title}`).toBeVisible();
    for (const svg of await figure.locator("svg:visible").all()) {
      expect(await svg.locator("path, line, rect, circle, polygon, text").count()).toBeGreaterThan(0);
    }
    const twin = figure.locator("details[data-table]");
    if ((await twin.count()) === 0) continue;
    const table = twin.getByRole("table");
    await expect(table).toBeHidden();
    await twin.locator("summary").click();
    await expect(table).toBeVisible();
    expect(await figuresIn(table)).toBeGreaterThan(0);
  }
  return figures.length;
}

async function figuresIn(table: Locator): Promise<number> {
  return (await table.getByRole("cell").allInnerTexts()).filter((text) => /\d/.test(text)).length;
}

test("a result shows its verdict, charts, tables and every figure", async ({ page }) => {
  await page.goto(`${HOME}/assessments`);
  const link = page.getByRole("main").locator("a[href$='/results']").first();
  const address = (await link.getAttribute("href")) ?? "";
  await link.click();
  await expect(page).toHaveURL(address);
  const result: Result = await (
    await page.request.get(`/api/v1${address.replace(/\/results$/, "/result")}`)
  ).json();

  expect(await expectCharts(page)).toBeGreaterThanOrEqual(4);
  await expect(page.locator("[data-figure=readiness]")).toHaveText(formatScore(result.readiness.value));
  await expect(page.locator("[data-figure=readiness-bounds]")).toHaveText(
    formatRange(result.readiness.low, result.readiness.high),
  );
  await expect(page.locator("[data-figure=score]")).toHaveText(formatScore(result.score.value));
  for (const { key, score, readiness, capabilities } of result.areas) {
    await expect(page.locator(`[data-figure=readiness-${key}]`)).toHaveText(formatScore(readiness.value));
    await expect(page.locator(`[data-figure=score-${key}]`)).toHaveText(formatScore(score.value));
    for (const capability of capabilities) {
      await expect(page.locator(`[data-figure=gain-${capability.key}]`)).toHaveText(
        formatScore(capability.gain),
      );
    }
  }
  for (const { text } of result.verdict.reasons) await expect(page.getByText(text).first()).toBeAttached();
});

test("the comparison shows its charts, tables and figures, and follows its links", async ({ page }) => {
  await page.goto(`${HOME}/compare`);
  expect(await expectCharts(page)).toBeGreaterThanOrEqual(1);
  const heatMap = page.getByRole("region", { name: "Heat map" }).getByRole("table").first();
  expect(await heatMap.locator("tbody tr").count()).toBeGreaterThan(5);
  expect(await figuresIn(heatMap)).toBeGreaterThan(30);
  await heatMap
    .getByRole("columnheader", { name: /^Governance/ })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/sort=governance/);
  await expect(heatMap.getByRole("columnheader", { name: /^Governance/ })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
});

test("chosen units lie over each other in a chart that is drawn without script", async ({ page }) => {
  await page.goto(`${HOME}/compare`);
  const chooser = page.getByText(/^Choose units/);
  await chooser.click();
  const boxes = page.getByRole("group", { name: /^Units, 4/ }).getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Lay over each other" }).click();
  await expect(page).toHaveURL(/chosen=.+chosen=/);
  const radar = page.getByRole("figure", { name: /^Readiness by area: / });
  await expect(radar.locator("svg").first()).toBeVisible();
  await radar.locator("details[data-table] summary").click();
  expect(await figuresIn(radar.getByRole("table"))).toBeGreaterThanOrEqual(10);
});
