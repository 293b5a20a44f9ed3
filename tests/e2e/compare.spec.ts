import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

const HOME = "/my-organization";
const COMPARE = `${HOME}/compare`;

// One story on one database: nothing to compare, then the sample.
test.describe.configure({ mode: "serial" });

const heatMap = (page: Page) => page.getByRole("region", { name: "Heat map" }).getByRole("table");
const unitNames = (page: Page) => heatMap(page).locator("tbody th a").allInnerTexts();
const figures = async (page: Page, column: string) => {
  const heads = await heatMap(page).locator("thead th").allInnerTexts();
  const index = heads.findIndex((head) => head.startsWith(column));
  const texts = await heatMap(page)
    .locator(`tbody tr > :nth-child(${index + 1})`)
    .allInnerTexts();
  return texts.map(Number);
};

async function openFilter(page: Page) {
  await page.getByText("Filter the units").click();
}

test("without an assessed unit it says what to do", async ({ page }) => {
  await page.goto(COMPARE);
  await expect(page).toHaveTitle("Compare units · Scaling Readiness");
  await expect(page.getByRole("heading", { name: "No unit is assessed yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add a unit" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("all assessed units stand side by side, the best first, the others are listed", async ({ page }) => {
  await page.goto(`${HOME}/settings`);
  await page.getByRole("button", { name: "Load the sample organization" }).click();
  await expect(page).toHaveURL(/done=sample-loaded/, { timeout: 60_000 });
  await page.goto(COMPARE);
  const overall = await figures(page, "Overall");
  expect(overall.length).toBeGreaterThan(5);
  expect(overall).toEqual([...overall].sort((a, b) => b - a));
  await expect(page.getByText(`All ${overall.length} assessed units`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "What stands out" })).toBeVisible();
  await expect(
    page.getByRole("region", { name: /^Not compared: \d+ units$/ }).getByRole("link"),
  ).not.toHaveCount(0);
});

test("a heading sorts, again the other way round", async ({ page }) => {
  await page.goto(COMPARE);
  const head = heatMap(page).getByRole("columnheader", { name: /^Governance/ });
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const falling = await figures(page, "Governance");
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  expect(await figures(page, "Governance")).toEqual(falling.toReversed());
});

test("a filtered, sorted view with chosen units is the same for whoever opens its address", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(COMPARE);
  const all = await unitNames(page);
  await openFilter(page);
  await page.getByRole("checkbox", { name: "Not ready" }).check();
  await expect(page.getByRole("status").filter({ hasText: `of ${all.length} assessed units` })).toBeVisible();
  for (const name of ["Gap", "Capabilities"]) {
    const choice = page.getByRole("link", { name, exact: true });
    await choice.click();
    await expect(choice).toHaveAttribute("aria-current", "true");
  }
  const head = heatMap(page).getByRole("columnheader", { name: /^Risk management/ });
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const left = await unitNames(page);
  expect(left.length).toBeLessThan(all.length);
  await page.getByText(/^Choose units/).click();
  for (const name of left.slice(0, 2)) {
    await page
      .getByRole("group", { name: /^Units, 4/ })
      .getByRole("checkbox", { name })
      .check();
  }
  const radar = { name: /^Readiness by area: / };
  await expect(page.getByRole("figure", radar)).toBeVisible();
  await expect(page).toHaveURL(/sort=risk-management\.desc/);
  await expect(page).toHaveURL(/chosen=.+chosen=/);

  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await other.goto(page.url());
  expect(await unitNames(other)).toEqual(left);
  expect(await figures(other, "Risk management")).toEqual(await figures(page, "Risk management"));
  await expect(other.getByRole("checkbox", { name: "Not ready" })).toBeChecked();
  await expect(other.getByRole("figure", radar)).toBeVisible();
  await context.close();

  await page.getByRole("link", { name: "Remove the filter" }).click();
  await expect(page.getByText(`All ${all.length} assessed units`)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Not ready" })).not.toBeChecked();
});

test("a figure opens the result at its place, and both say the same", async ({ page }) => {
  await page.goto(COMPARE);
  const cell = heatMap(page).locator("tbody tr").first().locator("a[href$='#area-governance']");
  const figure = await cell.textContent();
  await cell.click();
  await expect(page).toHaveURL(/\/results#area-governance$/);
  await expect(page.locator("[data-figure='readiness-governance']")).toHaveText(figure ?? "");
});

test("filters that leave nobody say so and lead back", async ({ page }) => {
  await page.goto(`${COMPARE}?units=none`);
  await expect(page.getByRole("heading", { name: "No unit fits these filters" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^compare all/ }).click();
  await expect(heatMap(page)).toBeVisible();
});

test("without script there are charts, tables, filters and sorting", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(COMPARE);
  const all = await unitNames(page);
  await openFilter(page);
  await page.getByRole("checkbox", { name: "Not ready" }).check();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?.*verdict=notReady/);
  await page.waitForLoadState();
  const left = await unitNames(page);
  expect(left.length).toBeLessThan(all.length);

  const head = heatMap(page).getByRole("columnheader", { name: "Unit" });
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await page.waitForLoadState();
  expect(await unitNames(page)).toEqual([...left].sort((a, b) => a.localeCompare(b, "en")));

  await page.getByText(/^Choose units/).click();
  await page
    .getByRole("group", { name: /^Units, 4/ })
    .getByRole("checkbox")
    .first()
    .check();
  await page.getByRole("button", { name: "Lay over each other" }).click();
  await expect(page.getByRole("figure", { name: /^Readiness by area: / }).getByRole("img")).toBeVisible();
  await expect(page).toHaveURL(/verdict=notReady/);
  await page.getByRole("region", { name: "Ranking" }).getByText("Show as table").click();
  await expect(page.getByRole("region", { name: "Ranking" }).getByRole("table")).toBeVisible();
  await context.close();
});

for (const query of ["?by=capabilities&measure=gap", "?measure=score"]) {
  test(`${query} is accessible in both themes and fits a phone`, async ({ page }) => {
    test.slow();
    await page.goto(COMPARE);
    const boxes = await page.locator("input[name='chosen']").all();
    const ids = await Promise.all(boxes.slice(0, 4).map((box) => box.getAttribute("value")));
    await page.goto(`${COMPARE}${query}${ids.map((id) => `&chosen=${id}`).join("")}`);
    for (const fold of ["Filter the units", "Single units", "Choose units"]) {
      await page.locator("summary", { hasText: fold }).click();
    }
    await page.getByRole("region", { name: "Ranking" }).getByText("Show as table").click();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}
