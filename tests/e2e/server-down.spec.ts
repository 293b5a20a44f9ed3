import type { Page } from "@playwright/test";
import { cards, hurry, level, saved, start } from "../support/answering";
import { expect, test } from "../support/test";

// While the app is down every request fails, and the browser says so.
test.use({ freshApp: true, expectedFailures: [/./] });

/** The browser has the page and all it needs. */
async function kept(page: Page) {
  const missing = async () => {
    const [name] = await caches.keys();
    // To open one would make it.
    if (name === undefined) return ["everything"];
    const copies = await caches.open(name);
    const files = performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname);
    const needed = [location.pathname, ...files.filter((file) => file.startsWith("/_next/static/"))];
    const found = await Promise.all(needed.map((address) => copies.match(address)));
    return needed.filter((_, index) => !found[index]);
  };
  await expect.poll(() => page.evaluate(missing)).toEqual([]);
}

test("the app is killed while somebody answers: nothing is lost, and the page opens again without it", async ({
  page,
  app,
}) => {
  const address = await start(page, "Settlement");
  await page.goto(`${address}/questions/technical`);
  await kept(page);
  await level(cards(page).nth(0), 1).check();
  await saved(page);
  await app.kill();
  await level(cards(page).nth(1), 2).check();
  await level(cards(page).nth(2), 3).check();
  await expect(page.getByText("Kept on this device, 2 answers not yet sent. Trying again.")).toBeVisible();

  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  for (const [index, number] of [1, 2, 3].entries())
    await expect(level(cards(page).nth(index), number)).toBeChecked();
  await level(cards(page).nth(3), 4).check();
  await expect(page.getByText("Kept on this device, 3 answers not yet sent. Trying again.")).toBeVisible();

  await app.restart();
  await hurry(page);
  await saved(page);
  await page.reload();
  for (const [index, number] of [1, 2, 3, 4].entries())
    await expect(level(cards(page).nth(index), number)).toBeChecked();
});

test("other pages say that the app does not answer, and that nothing is lost", async ({ page, app }) => {
  const address = await start(page, "Settlement");
  await page.goto(`${address}/questions/technical`);
  await kept(page);
  await app.kill();
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Scaling Readiness does not answer" })).toBeVisible();
  await app.restart();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settlement" })).toBeVisible();
});

test("another build drops the copies of the one before", async ({ page }) => {
  const address = await start(page, "Settlement");
  await page.goto(`${address}/questions/technical`);
  await kept(page);
  await page.evaluate(() => navigator.serviceWorker.register("/questionnaire-worker.js?build=next"));
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
});
