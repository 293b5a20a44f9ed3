import { loadSample, samplePages } from "../support/page-addresses";
import { expect, test } from "../support/test";

test("a level tried out moves readiness at once, stays in the address and can be reset", async ({
  page,
  app,
}) => {
  await loadSample(page, app.url);
  const { results = "" } = await samplePages(page, app.url, "Community Clinics");
  await page.goto(results);
  const stored = (await page.locator('[data-figure="readiness"]').textContent()) ?? "";

  await page.getByRole("button", { name: "Try other levels" }).click();
  const tried = page.locator('[data-figure="what-if-readiness"]');
  await expect(tried).toHaveText(stored);
  await page.getByRole("combobox", { name: /^Risk management/ }).selectOption("4");
  await expect(tried).not.toHaveText(stored);
  await expect(page).toHaveURL(/whatIf=risk-management(:|%3A)4/);

  const after = (await tried.textContent()) ?? "";
  await page.reload();
  await expect(tried).toHaveText(after);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(tried).toHaveText(stored);
  await expect(page.locator('[data-figure="readiness"]')).toHaveText(stored);
});
