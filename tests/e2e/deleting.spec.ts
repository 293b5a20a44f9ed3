import type { Page } from "@playwright/test";
import { start } from "../support/answering";
import { HOME, loadSample } from "../support/page-addresses";
import { expectAccessible, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

const units = (page: Page) => page.getByRole("region", { name: "Units" });

/** A unit below the one that is deleted. */
const compared = (page: Page) => page.getByRole("link", { name: "Property Insurance" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled, freshApp: true });

    test("a unit is deleted after a look at what goes, and restored", async ({ page, baseURL }) => {
      await loadSample(page, baseURL ?? "");
      await page.goto(`${HOME}/compare`);
      await expect(compared(page)).not.toHaveCount(0);
      await page.goto(`${HOME}/units`);
      await units(page).getByRole("link", { name: "Europe", exact: true }).click();
      await page.getByText("Delete", { exact: true }).click();
      await expect(page.getByText(/^this unit and the \d units below it$/)).toBeVisible();
      await expect(page.getByText(/^\d+ submitted assessments with their results$/)).toBeVisible();
      await page.getByRole("button", { name: /^Delete \d units$/ }).click();

      await expect(page.getByRole("status")).toContainText("You can restore it here for 30 days.");
      await page.getByText("Delete for good").click();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.goto(`${HOME}/units`);
      await expect(units(page).getByRole("link", { name: "North America", exact: true })).toBeVisible();
      await expect(units(page).getByRole("link", { name: "Europe", exact: true })).toHaveCount(0);
      await page.goto(`${HOME}/compare`);
      await expect(compared(page)).toHaveCount(0);

      await page.goto(`${HOME}/settings`);
      await page.getByRole("link", { name: "Recently deleted" }).click();
      await page.getByRole("button", { name: "Restore" }).click();
      await expect(page.getByRole("status")).toContainText("Restored, just as it was.");
      await page.goto(`${HOME}/units`);
      await expect(units(page).getByRole("link", { name: "Europe", exact: true })).toBeVisible();
    });
  });
}

test("a draft is deleted, and then for good", async ({ page }) => {
  const draft = await start(page, "Card Services");
  await page.getByText("Delete this draft").click();
  await page.getByRole("button", { name: "Delete the draft" }).click();
  await expect(page.getByRole("status")).toContainText("You can restore it here");
  await expect(page.getByRole("heading", { name: /^Card Services, draft of/ })).toBeVisible();
  await page.getByText("Delete for good").click();
  await page.getByRole("button", { name: "Delete now and for good" }).click();
  await expect(page.getByText("Nothing was deleted lately.")).toBeVisible();
  expect((await page.request.get(draft)).status()).toBe(404);
});
