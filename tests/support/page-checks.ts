import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What takes axe longest by far, and all that differs between the themes. */
const COLORS = ["color-contrast", "link-in-text-block"];
const WITHOUT_COLORS = Object.fromEntries(COLORS.map((rule) => [rule, { enabled: false }]));

/** axe finds nothing on the page as it stands, in the light theme and in the dark one. */
export async function expectAccessible(page: Page) {
  await expectNoFinding(page, "light", { runOnly: TAGS });
  await expectNoFinding(page, "dark", { runOnly: COLORS });
  await page.emulateMedia({ colorScheme: null });
}

/** As `expectAccessible`, for a page whose colors were looked at in another width. */
export async function expectAccessibleLayout(page: Page) {
  await expectNoFinding(page, "light", { runOnly: TAGS, rules: WITHOUT_COLORS });
  await page.emulateMedia({ colorScheme: null });
}

async function expectNoFinding(page: Page, colorScheme: "light" | "dark", options: RunOptions) {
  await page.emulateMedia({ colorScheme });
  // After a navigation within the app the title comes a moment after the page.
  await expect(page).toHaveTitle(/\S/);
  // To read its source takes the browser longer than to check a page: once a page.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    // Only what is wrong needs to be described: that of all that is right takes most of the time on a long page.
    const { violations } = await axe.run({ ...asked, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, options);
  expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
}

/** The page fits a narrow phone; what is wider scrolls in a box of its own. */
export async function expectNoSidewaysScroll(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(320);
  if (before) await page.setViewportSize(before);
}
