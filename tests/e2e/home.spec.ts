import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

const HOME = "/my-organization";

// One story after the other on one database: empty, sample, removed.
test.describe.configure({ mode: "serial" });

const step = (page: Page, title: string) =>
  page
    .getByRole("region", { name: /^Quick start/ })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: title }) });

async function check(page: Page) {
  for (const fold of await page.locator("main summary").all()) await fold.click();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test("an empty organization is led through the first hour, or offered a sample", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(HOME);
  await expect(step(page, "Create your units")).toContainText("Next");
  await expect(step(page, "Compare")).toContainText("Later");
  await expect(page.getByRole("button", { name: "Load the sample organization" })).toBeVisible();
  await check(page);
});

test("creating the first unit moves the quick start on", async ({ page }) => {
  await page.goto(HOME);
  await step(page, "Create your units").getByRole("link", { name: "Add a unit" }).click();
  await page.getByLabel("Name").fill("My own plant");
  await page.getByRole("button", { name: "Add the unit" }).click();
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await expect(step(page, "Create your units")).toContainText("Done");
  await expect(step(page, "Assess one").getByRole("link", { name: "Start an assessment" })).toBeVisible();
});

test("the sample organization fills the home page", async ({ page }) => {
  await page.goto(`${HOME}/settings`);
  await page.getByRole("button", { name: "Load the sample organization" }).click();
  await expect(page).toHaveURL(`${HOME}?done=sample-loaded`);
  await expect(page.getByRole("status")).toContainText("The sample organization is loaded.");

  const readiness = page.getByRole("region", { name: "Readiness of all assessed units" });
  await expect(readiness.getByRole("row")).not.toHaveCount(1);
  await expect(page.getByRole("heading", { name: /^Readiness: .*not ready/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Needs attention" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^On hold: 1/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Continue / })).not.toHaveCount(0);
  await check(page);
});

test("the readiest unit stands first", async ({ page }) => {
  await page.goto(HOME);
  const rows = page.getByRole("region", { name: "Readiness of all assessed units" }).locator("tbody tr");
  const figures = await rows.locator("td:nth-child(2)").allInnerTexts();
  const values = figures.map((text) => Number.parseFloat(text));
  expect(values.length).toBeGreaterThan(5);
  expect(values).toEqual([...values].sort((a, b) => b - a));
});

test("reading a report and comparing finish the quick start", async ({ page }) => {
  await page.goto(HOME);
  await step(page, "Read its report").getByRole("button", { name: "Open the report" }).click();
  await expect(page).toHaveURL(/\/assessments\/[^/]+\/results$/);
  await page.goto(HOME);
  await expect(step(page, "Read its report")).toContainText("Done");
  await step(page, "Compare").getByRole("button", { name: "Compare units" }).click();
  await expect(page).toHaveURL(`${HOME}/compare`);
  await page.goto(HOME);
  await expect(page.getByRole("heading", { name: /^Readiness:/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Quick start/ })).toHaveCount(0);
});

test("the quick start can be hidden, also without script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(HOME);
  await page.getByRole("button", { name: "Hide the quick start" }).click();
  await expect(page.getByRole("heading", { name: /^Readiness:/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Quick start/ })).toHaveCount(0);
  await context.close();
});

test("a draft goes on at the question that was answered last", async ({ page }) => {
  await page.goto(HOME);
  const address = await page
    .getByRole("link", { name: /^Continue / })
    .first()
    .getAttribute("href");
  expect(address).toMatch(/\/assessments\/[^/]+\/questions\/[a-z]+#[a-z-]+\.[a-z-]+$/);
});

test("the organization is renamed, and every page says so", async ({ page }) => {
  await page.goto(`${HOME}/settings`);
  await page.getByLabel("Name of the organization").fill("  ");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter a name.");
  await page.getByLabel("Name of the organization").fill("Halden Trust");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Halden Trust" })).toBeVisible();
  await check(page);
});

test("removing the sample leaves what is one's own", async ({ page }) => {
  await page.goto(`${HOME}/settings`);
  await page.getByText("Remove the sample organization").click();
  await page.getByRole("button", { name: /^Remove \d+ sample units$/ }).click();
  await expect(page.getByRole("status")).toContainText("The sample organization is removed.");
  await page.goto(`${HOME}/units`);
  await expect(page.getByRole("status")).toHaveText("1 unit");
  await expect(page.getByRole("link", { name: "My own plant" })).toBeVisible();
});

test("help explains every word, and each has an address", async ({ page }) => {
  await page.goto(`${HOME}/help#term-readiness`);
  await expect(page.locator("#term-readiness")).toBeInViewport();
  await expect(page.getByText("Published illustration")).toHaveCount(3);
  const dead = await page
    .locator("main a[href*='#']")
    .evaluateAll((links) =>
      links
        .map((link) => (link as HTMLAnchorElement).hash.slice(1))
        .filter((id) => document.getElementById(id) === null),
    );
  expect(dead).toEqual([]);
  await check(page);
});
