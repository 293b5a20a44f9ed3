import { expect, type Locator, type Page } from "@playwright/test";
import { HOME } from "./page-addresses";

/** The requests that save an answer. */
export const ANSWERS = "**/api/v1/**/answers/**";

/** Starts an assessment of a new unit; returns its address. */
export async function start(page: Page, unit: string, { depth = "Full" } = {}): Promise<string> {
  await page.goto(`${HOME}/assessments/new`);
  const units = page.getByLabel("Which unit is assessed?");
  if (await units.count()) await units.selectOption({ label: "A new unit" });
  await page.getByLabel("Name of the unit").fill(unit);
  await page.getByRole("radio", { name: new RegExp(`^${depth}`) }).check();
  await page.getByRole("radio", { name: /^Expansion/ }).check();
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: unit })).toBeVisible();
  return new URL(page.url()).pathname;
}

export const cards = (page: Page) => page.locator("[data-question]");
export const level = (card: Locator, number: number) => card.getByRole("radio").nth(number - 1);
export const saved = (page: Page) =>
  expect(page.getByText(/^(Sent again\. )?Saved \d\d:\d\d$/)).toBeVisible();

export async function answerSuitability(page: Page) {
  for (const name of await page.getByRole("group").all()) await name.getByRole("radio").last().check();
  await saved(page);
}

/** The queue tries again by itself; the button only hurries it, and may be gone before it is pressed. */
export async function hurry(page: Page) {
  await page
    .getByRole("button", { name: "Retry now" })
    .click({ timeout: 5_000 })
    .catch(() => undefined);
}
