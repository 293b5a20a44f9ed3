import type { Page } from "@playwright/test";
import { ANSWERS, cards, level, saved, start } from "../support/answering";
import { HOME } from "../support/page-addresses";
import { expect, test } from "../support/test";

// What is deleted is not found, and while the app is down every request fails.
test.use({ freshApp: true, expectedFailures: [/./] });

/** Opens a questionnaire, answers, and waits until the browser has its copy. Returns the address. */
async function answered(page: Page): Promise<{ draft: string; questions: string }> {
  const draft = await start(page, "Settlement");
  const questions = `${draft}/questions/technical`;
  await page.goto(questions);
  await level(cards(page).nth(0), 4).check();
  await saved(page);
  await expect.poll(() => keptPages(page)).toContain(questions);
  return { draft, questions };
}

const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    }
    return found.filter((address) => address.includes("/assessments/"));
  });

/** What the browser holds of answers, sent or not. */
const keptAnswers = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("scaling-readiness");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction("kept").objectStore("kept").getAllKeys();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.map(String));
          };
        };
      }),
  );

async function deleteDraft(page: Page, draft: string) {
  await page.goto(draft);
  await page.getByText("Delete this draft").click();
  await page.getByRole("button", { name: "Delete the draft" }).click();
  // What could not be sent is told beside it.
  await expect(page.getByText("You can restore it here")).toBeVisible();
}

async function deleteForGood(page: Page) {
  await page.getByText("Delete for good").click();
  await page.getByRole("button", { name: "Delete now and for good" }).click();
  await expect(page.getByText("Nothing was deleted lately.")).toBeVisible();
}

async function expectNothingOf(page: Page, questions: string) {
  await page.goto(questions);
  await expect(page.getByRole("heading", { name: "Scaling Readiness does not answer" })).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
}

test("a draft that was deleted for good does not open while the app is stopped, in no tab", async ({
  page,
  context,
  app,
}) => {
  const { draft, questions } = await answered(page);
  const other = await context.newPage();
  await other.goto(questions);
  // A page that opens later may forget what it knows itself.
  await level(cards(page).nth(1), 3).check();
  await saved(page);
  expect(await keptAnswers(page)).not.toEqual([]);
  await deleteDraft(page, draft);
  await expect.poll(() => keptPages(page)).toEqual([]);
  await expect.poll(() => keptAnswers(page)).toEqual([]);
  await deleteForGood(page);
  await app.kill();
  await expectNothingOf(page, questions);
  await other.reload();
  await expectNothingOf(other, questions);
  await app.restart();
});

test("nor does one that somebody else has deleted, once it was not found", async ({ page, browser, app }) => {
  const { draft, questions } = await answered(page);
  const others = `${draft}/questions/governance`;
  await page.goto(others);
  await expect.poll(() => keptPages(page)).toContain(others);
  const elsewhere = await browser.newPage({ baseURL: app.url });
  await deleteDraft(elsewhere, draft);
  await deleteForGood(elsewhere);
  await elsewhere.close();
  expect((await page.goto(questions))?.status()).toBe(404);
  await app.kill();
  await expectNothingOf(page, questions);
  await expectNothingOf(page, others);
  await app.restart();
});

test("nor does one that is gone by the word of what stands before the app", async ({
  page,
  context,
  app,
}) => {
  const { questions } = await answered(page);
  await context.route(
    (url) => url.pathname === questions,
    (route) => route.fulfill({ status: 410, body: "Gone" }),
  );
  expect((await page.goto(questions))?.status()).toBe(410);
  await context.unrouteAll();
  await app.kill();
  await expectNothingOf(page, questions);
  await app.restart();
});

test("answers that were never sent outlive the deletion, are told of, and are sent after a restore", async ({
  page,
  context,
}) => {
  const { draft, questions } = await answered(page);
  await page.route(ANSWERS, (route) => route.abort());
  await level(cards(page).nth(1), 2).check();
  await expect(page.getByText(/1 answer not yet sent/)).toBeVisible();
  const other = await context.newPage();
  await other.route(ANSWERS, (route) => route.abort());
  await deleteDraft(other, draft);
  await expect(other.getByText("1 answer of a deleted assessment could not be sent")).toBeVisible();
  page.once("dialog", (dialog) => dialog.accept());
  await page.close({ runBeforeUnload: false });
  await other.getByRole("button", { name: "Restore" }).click();
  await expect(other.getByText("Restored, just as it was.")).toBeVisible();
  await other.unroute(ANSWERS);
  await other.goto(questions);
  await expect(level(cards(other).nth(1), 2)).toBeChecked();
  await saved(other);
  await other.goto(`${HOME}/settings/deleted`);
  await expect(other.getByText(/could not be sent/)).toHaveCount(0);
});
