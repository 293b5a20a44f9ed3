import { rm } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { anotherBuild } from "../support/another-build";
import { cards, hurry, level, saved, start } from "../support/answering";
import { expect, test } from "../support/test";

// While the app is down every request fails, and the browser says so.
test.use({ freshApp: true, expectedFailures: [/./] });

/** The browser has the page and all it needs. */
async function kept(page: Page) {
  const missing = async () => {
    const [cacheName] = await caches.keys();
    const files = performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname);
    const needed = [location.pathname, ...files.filter((file) => file.startsWith("/_next/static/"))];
    // Not opened: that would make again what the worker deletes meanwhile.
    const found = await Promise.all(
      needed.map((address) => cacheName && caches.match(address, { cacheName })),
    );
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

/** Addresses of what the page has loaded that the browser asks the build for. */
const filesOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((name) => name.startsWith("/_next/static/")),
  );

test("another build takes the place of the one that the page is of: the person goes on, and nothing is lost", async ({
  page,
  app,
  browser,
}) => {
  const next = await anotherBuild();
  const address = await start(page, "Settlement");
  await page.goto(`${address}/questions/technical`);
  await kept(page);
  const before = new Set(await filesOf(page));
  const [copies] = await page.evaluate(() => caches.keys());
  await level(cards(page).nth(0), 1).check();
  await saved(page);

  await app.kill();
  await level(cards(page).nth(1), 2).check();
  await expect(page.getByText("Kept on this device, 1 answer not yet sent. Trying again.")).toBeVisible();
  await app.restart(next);
  await hurry(page);
  await saved(page);
  await level(cards(page).nth(2), 3).check();
  await saved(page);

  const colleague = await browser.newPage();
  await colleague.goto(`${app.url}${address}/questions/technical`);
  await level(cards(colleague).nth(3), 4).check();
  await saved(colleague);
  await colleague.close();

  const broken: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) broken.push(response.url());
  });
  await page.getByRole("link", { name: "Organizational readiness" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Organizational readiness" })).toBeVisible();
  await level(cards(page).nth(0), 5).check();
  await saved(page);
  const files = await filesOf(page);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => before.has(file))).toEqual([]);

  await page.goto(`${address}/questions/technical`);
  const asAnswered = async () => {
    for (const [index, number] of [1, 2, 3, 4].entries())
      await expect(level(cards(page).nth(index), number)).toBeChecked();
  };
  await asAnswered();
  await page.reload();
  await asAnswered();
  expect(broken).toEqual([]);

  await kept(page);
  const after = await page.evaluate(() => caches.keys());
  expect(after).toHaveLength(1);
  expect(after).not.toContain(copies);
  await app.kill();
  await page.reload();
  await asAnswered();
  await app.restart(next);
  await rm(next, { recursive: true });
});

test("however close together pages of two builds are kept, the copies of the later one alone stay", async ({
  page,
}) => {
  const address = await start(page, "Settlement");
  await page.goto(`${address}/questions/technical`);
  await kept(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    for (let turn = 0; turn < 10; turn += 1) {
      for (const build of ["old", "new"]) active?.postMessage({ build, addresses: [location.pathname] });
    }
  });
  const copies = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const pages = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).length),
      );
      return names.map((name, index) => [name, pages[index]]);
    });
  await expect.poll(copies).toEqual([["questionnaire new", 1]]);
});
