import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What takes axe longest by far, and all that differs between the themes. */
const COLORS = ["color-contrast", "link-in-text-block"];

/** Only what is wrong needs to be described: that of all that is right takes most of the time on a long page. */
const checker = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ["violations"] });

/** axe finds nothing on the page as it stands, in the light theme and in the dark one. */
export async function expectAccessible(page: Page) {
  await expectNoFinding(page, "light", checker(page).withTags(TAGS));
  await expectNoFinding(page, "dark", checker(page).withRules(COLORS));
  await page.emulateMedia({ colorScheme: null });
}

/** As `expectAccessible`, for a page whose colors were looked at in another width. */
export async function expectAccessibleLayout(page: Page) {
  await expectNoFinding(page, "light", checker(page).withTags(TAGS).disableRules(COLORS));
  await page.emulateMedia({ colorScheme: null });
}

async function expectNoFinding(page: Page, colorScheme: "light" | "dark", axe: AxeBuilder) {
  await page.emulateMedia({ colorScheme });
  // After a navigation within the app the title comes a moment after the page.
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
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
