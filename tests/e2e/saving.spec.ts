import type { BrowserContext, Page } from "@playwright/test";
import { ANSWERS, answerSuitability, cards, hurry, level, saved, start } from "../support/answering";
import { expect, test } from "../support/test";

// What goes through a service worker cannot be held up by a test.
test.use({ serviceWorkers: "block" });

for (const place of ["questions/technical", "suitability"])
  test(`what is chosen before the script of ${place} has come is saved too`, async ({ page }) => {
    const address = await start(page, `Leasing ${place}`);
    let letScriptCome = () => {};
    const held = new Promise<void>((resolve) => {
      letScriptCome = resolve;
    });
    await page.route("**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${address}/${place}`, { waitUntil: "commit" });
    const choice = page.getByRole("radio").nth(2);
    await choice.check();
    await expect(page.getByText("Saved as you go")).toBeVisible();
    letScriptCome();
    await saved(page);
    await page.reload();
    await expect(choice).toBeChecked();
  });

test("what is chosen while the script takes over the page is saved too", async ({ page }) => {
  const address = await start(page, "Taking over");
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.addInitScript(clickWhileTakenOver);
  const radio = (number: number) => level(cards(page).first(), number);
  let caught = 0;
  for (const number of [3, 4, 3, 4, 3, 4]) {
    await page.addInitScript((value) => sessionStorage.setItem("value", value), String(number));
    await page.goto(`${address}/questions/technical`);
    await expect(radio(number)).toBeChecked();
    await saved(page);
    if (await page.evaluate(() => sessionStorage.getItem("caught"))) caught += 1;
  }
  expect(caught).toBeGreaterThan(0);
});

/** Clicks a choice once React listens to the page and before it has reached the choice. */
function clickWhileTakenOver() {
  const has = (node: object, key: string) => Object.keys(node).some((own) => own.startsWith(key));
  sessionStorage.removeItem("caught");
  const look = () => {
    const value = sessionStorage.getItem("value");
    const radio = document.querySelector<HTMLInputElement>(`[data-question] input[value="${value}"]`);
    if (!radio || !has(document, "_reactListening")) return setTimeout(look);
    const before = has(radio, "__reactProps");
    radio.click();
    if (!before && has(radio, "__reactProps")) sessionStorage.setItem("caught", "yes");
  };
  look();
}

test("coming back shows what is stored, not what the browser remembers", async ({
  page,
  request,
  baseURL,
}) => {
  const address = await start(page, "Mortgages");
  await page.goto(`${address}/questions/technical`);
  const card = cards(page).first();
  await level(card, 2).check();
  await saved(page);
  const question = await card.getAttribute("data-question");
  await page.goto("about:blank");
  const changed = await request.put(`${baseURL}/api/v1${address}/answers/${question}`, {
    headers: { "If-Match": '"1"', "Idempotency-Key": crypto.randomUUID(), Origin: `${baseURL}` },
    data: { level: 4 },
  });
  expect(changed.status()).toBe(200);
  await page.goBack();
  await expect(level(card, 4)).toBeChecked();
  await expect(page.getByText("Saved as you go")).toBeVisible();
});

test("the review shows an answer that was stored while the review was on its way", async ({ page }) => {
  const address = await start(page, "Trade Finance");
  await page.goto(`${address}/questions/technical`);
  let store = () => {};
  const mayStore = new Promise<void>((resolve) => {
    store = resolve;
  });
  await page.route(ANSWERS, async (route) => {
    await mayStore;
    await route.continue();
  });
  const stored = page.waitForResponse(ANSWERS);
  await page.route(/\/review\?_rsc/, async (route) => {
    // The server has read the answers: now let the last one be stored, before the page hears what was read.
    const response = await route.fetch();
    store();
    await stored;
    await route.fulfill({ response });
  });
  await level(cards(page).first(), 3).check();
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").click();
  await page.getByRole("link", { name: "Review and submit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
  await expect(page.getByText("59 questions are open")).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

const notSent = (page: Page, answers: string) =>
  expect(page.getByText(`Kept on this device, ${answers} not yet sent. Trying again.`)).toBeVisible();

test("tabs of one browser take over what the other one saves", async ({ page, context }) => {
  const address = await start(page, "Factoring");
  await page.goto(`${address}/questions/technical`);
  const other = await context.newPage();
  await other.goto(`${address}/questions/technical`);
  await level(cards(page).first(), 2).check();
  await expect(level(cards(other).first(), 2)).toBeChecked();
  await level(cards(other).first(), 5).check();
  await expect(level(cards(page).first(), 5)).toBeChecked();
  await saved(other);
  await other.close();
});

test.describe("when another build has taken the place of the page's own", () => {
  test.use({ expectedFailures: [/\/_next\/static\//] });

  test("what is open goes on: answers are saved, and what is out of reach says so", async ({ page }) => {
    const address = await start(page, "Wealth");
    await page.goto(`${address}/questions/technical`);
    await page.route("**/_next/static/**", (route) => route.fulfill({ status: 404 }));
    await page.getByRole("button", { name: "Show the keys" }).click();
    await expect(page.getByText("The list of keys needs a connection.")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await level(cards(page).first(), 3).check();
    await saved(page);
    await page.unroute("**/_next/static/**");
    await page.reload();
    await expect(level(cards(page).first(), 3)).toBeChecked();
  });
});

test.describe("when saving fails", () => {
  // Without a network the links cannot be looked ahead of either.
  test.use({ expectedFailures: [/\/(answers|suitability)\/|[?&]_rsc=/] });

  test("the page says so, keeps the answers over a reload and sends them later", async ({ page }) => {
    const address = await start(page, "Treasury");
    await page.goto(`${address}/questions/technical`);
    await page.route(ANSWERS, (route) => route.abort());
    await level(cards(page).nth(0), 2).check();
    await level(cards(page).nth(1), 4).check();
    await notSent(page, "2 answers");

    page.once("dialog", (dialog) => dialog.accept());
    await page.reload();
    await expect(level(cards(page).nth(0), 2)).toBeChecked();
    await expect(level(cards(page).nth(1), 4)).toBeChecked();
    await notSent(page, "2 answers");

    await page.unroute(ANSWERS);
    await hurry(page);
    await expect(page.getByText(/^Sent again\. Saved \d\d:\d\d$/)).toBeVisible();
    await page.reload();
    await expect(level(cards(page).nth(0), 2)).toBeChecked();
    await expect(level(cards(page).nth(1), 4)).toBeChecked();
  });

  test("why nothing can be stored is said, and the answer is sent once there is room", async ({ page }) => {
    const address = await start(page, "Treasury");
    await page.goto(`${address}/questions/technical`);
    const detail = "The app cannot use its disk: the disk is full (SQLITE_FULL). Nothing of this was stored.";
    const full = { status: 507, contentType: "application/problem+json", body: JSON.stringify({ detail }) };
    await page.route(ANSWERS, (route) => route.fulfill(full));
    await level(cards(page).nth(0), 2).check();
    await expect(page.getByRole("status").filter({ hasText: "Kept on this device" })).toContainText(detail);
    await page.unroute(ANSWERS);
    await hurry(page);
    await expect(page.getByText(/^Sent again\. Saved \d\d:\d\d$/)).toBeVisible();
  });

  test("what is unsent is sent from the other pages too, and not left out on submitting", async ({
    page,
  }) => {
    const address = await start(page, "Custody Services");
    await page.goto(`${address}/suitability`);
    await answerSuitability(page);
    await page.goto(`${address}/questions/technical`);
    await page.route(ANSWERS, (route) => route.abort());
    await level(cards(page).nth(0), 2).check();
    await notSent(page, "1 answer");
    await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link").click();
    await page.getByRole("link", { name: "Review and submit" }).click();
    await expect(page.getByText("Not everything is saved yet")).toBeVisible();
    await expect(page.getByText("60 questions are open")).toBeVisible();
    await page.unroute(ANSWERS);
    await hurry(page);
    await expect(page.getByText("59 questions are open")).toBeVisible();
    await expect(page.getByRole("button", { name: "Submit", exact: true })).toBeVisible();
  });

  test("ten answers given offline are all sent, in their order, once the network is back", async ({
    page,
    context,
  }) => {
    const address = await start(page, "Clearing");
    await page.goto(`${address}/questions/technical`);
    await expect(page.getByText("Saved as you go")).toBeVisible();
    await context.setOffline(true);
    const given = Array.from({ length: 10 }, (_, index) => (index % 5) + 1);
    for (const [index, number] of given.entries()) await level(cards(page).nth(index), number).check();
    await notSent(page, "10 answers");
    const questions = await cards(page).evaluateAll((all) => all.map((card) => card.id));
    const order: string[] = [];
    page.on("requestfinished", (request) => {
      if (request.method() === "PUT") order.push(new URL(request.url()).pathname.split("/").at(-1) ?? "");
    });
    await context.setOffline(false);
    await saved(page);
    expect(order).toEqual(questions.slice(0, 10));
    await page.reload();
    for (const [index, number] of given.entries())
      await expect(level(cards(page).nth(index), number)).toBeChecked();
  });

  test("two browsers on one answer: the later one is shown both and chooses", async ({ page, browser }) => {
    const address = await start(page, "Escrow");
    await page.goto(`${address}/questions/technical`);
    await inAnotherBrowser(browser, page, async (other) => {
      await other.goto(`${address}/questions/technical`);
      await expect(other.getByText("Saved as you go")).toBeVisible();
      await level(cards(page).first(), 2).check();
      await saved(page);
      await level(cards(other).first(), 5).check();
      const card = cards(other).first();
      await expect(card.getByText("also changed elsewhere")).toBeVisible();
      await expect(other.getByText("1 answer changed elsewhere too: choose")).toBeVisible();
      await expect(card.getByRole("button", { name: "Keep the stored one" })).toBeVisible();
      await card.getByRole("button", { name: "Keep mine" }).click();
      await saved(other);
    });
    await page.reload();
    await expect(level(cards(page).first(), 5)).toBeChecked();
  });

  test("two browsers on suitability: the later one is shown both and chooses", async ({ page, browser }) => {
    const address = await start(page, "Trusts");
    await page.goto(`${address}/suitability`);
    await inAnotherBrowser(browser, page, async (other) => {
      await other.goto(`${address}/suitability`);
      await expect(other.getByText("Saved as you go")).toBeVisible();
      await page.getByRole("radio", { name: "Yes" }).first().check();
      await saved(page);
      await other.getByRole("radio", { name: "Partly" }).first().check();
      const group = other.getByRole("group").first();
      await expect(group.getByRole("region", { name: /^The stored one/ })).toContainText("Yes");
      await group.getByRole("button", { name: "Keep mine" }).click();
      await saved(other);
    });
    await page.reload();
    await expect(page.getByRole("radio", { name: "Partly" }).first()).toBeChecked();
  });

  test("a browser without room says that it cannot keep an answer", async ({ page, context, baseURL }) => {
    const address = await start(page, "Guarantees");
    await page.goto(`${address}/questions/technical`);
    await setRoom(context, page, `${baseURL}`, 1);
    await page.route(ANSWERS, (route) => route.abort());
    await level(cards(page).first(), 3).check();
    await expect(page.getByText(/^1 answer not yet sent, and this browser cannot keep more/)).toBeVisible();
    await page.unroute(ANSWERS);
    await hurry(page);
    await saved(page);
  });

  test("a clock that is set back holds nothing up", async ({ page }) => {
    const address = await start(page, "Payroll");
    await page.goto(`${address}/questions/technical`);
    await page.route(ANSWERS, (route) => route.abort());
    await level(cards(page).first(), 3).check();
    await notSent(page, "1 answer");
    await page.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() - 86_400_000;
    });
    await page.unroute(ANSWERS);
    // By itself, without a click.
    await saved(page);
  });
});

async function inAnotherBrowser(
  browser: NonNullable<ReturnType<BrowserContext["browser"]>>,
  page: Page,
  use: (other: Page) => Promise<void>,
) {
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** How many bytes the browser lets the app store. */
async function setRoom(context: BrowserContext, page: Page, origin: string, quotaSize: number) {
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
}
