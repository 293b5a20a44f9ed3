import { expect, type Page } from "@playwright/test";
import { HOME } from "./page-addresses";

/** Starts a quick assessment of a new unit through the form; returns its id. */
export async function newDraft(page: Page, origin: string, unitName: string): Promise<string> {
  await page.goto(`${origin}${HOME}/assessments/new`);
  await page.getByLabel("Name of the unit").fill(unitName);
  await page.getByRole("radio", { name: /^Quick/ }).check();
  await page.getByRole("radio", { name: /^Foundation/ }).check();
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: unitName })).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
