import { answerSuitability, cards, level, saved, start } from "../support/answering";
import { HOME } from "../support/page-addresses";
import { expectAccessible, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

test("from an empty organization to a submitted assessment, in one go", async ({ page }) => {
  await page.goto(`${HOME}/assessments`);
  await page.getByRole("link", { name: "New assessment" }).click();
  await page.getByRole("button", { name: "Start the assessment" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Check these fields" });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Enter a name.");
  await expect(summary).toContainText("Choose the phase to be ready for.");
  await page.getByLabel("Name of the unit").fill("Payments");
  await page.getByRole("radio", { name: /^Quick/ }).check();
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await expect(summary).toBeFocused();
  await expect(page.getByLabel("Name of the unit")).toHaveValue("Payments");
  await expect(page.getByRole("radio", { name: /^Quick/ })).toBeChecked();
  await page.getByRole("radio", { name: /^Foundation/ }).check();
  await page.getByRole("button", { name: "Start the assessment" }).click();

  await expect(page.getByText("0 of 20 questions answered")).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Start with the first area" }).click();
  for (const area of ["Technical", "Organizational", "Process", "Governance", "Resource"]) {
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(area) })).toBeVisible();
    for (const card of await cards(page).all()) await level(card, 4).check();
    await saved(page);
    await expect(page.getByText("Every question of this area is answered.")).toBeVisible();
    await page.getByRole("link", { name: /^Next:/ }).click();
  }
  await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
  await expect(page.getByText("10 of 10 questions on suitability are open")).toBeVisible();
  await page.getByRole("link", { name: "Answer them" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Suitability" })).toBeVisible();
  await answerSuitability(page);
  await page.goto(`${address}/review`);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("never change again")).toBeVisible();
  await page.getByRole("button", { name: "Submit and see the result" }).click();
  await page.waitForURL(/\/results$/);

  await page.goto(`${address}/questions/technical`);
  await expect(page.getByText("Submitted: these answers are final")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByRole("link", { name: "See the results" })).toBeVisible();

  await page.goto(`${HOME}/assessments/new`);
  await page.getByLabel("Which unit is assessed?").selectOption({ label: "Payments" });
  await page.getByLabel(/^Start from the answers of/).check();
  await page.getByRole("radio", { name: /^Quick/ }).check();
  await page.getByRole("radio", { name: /^Expansion/ }).check();
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await page.getByRole("link", { name: "Technical capabilities" }).click();
  await expect(cards(page).first()).toContainText("Carried over from");
  await cards(page).first().getByRole("button", { name: "Confirm" }).click();
  await saved(page);
  await page.reload();
  await expect(cards(page).first()).not.toContainText("Carried over from");
  await expect(cards(page).nth(1)).toContainText("Carried over from");
});

test("everything that was said is there again after a reload, and one goes on where one left off", async ({
  page,
}) => {
  const address = await start(page, "Wealth");
  await page.goto(`${address}/questions/technical`);
  const [first, second, third] = [cards(page).nth(0), cards(page).nth(1), cards(page).nth(2)];
  await level(first, 3).check();
  await first.getByText("Note, evidence and certainty").click();
  await first.getByLabel("Note", { exact: true }).fill("Seen in the platform list");
  await first.getByLabel("Evidence link").fill("wiki.example.com");
  await first.getByRole("button", { name: "Add link" }).click();
  await expect(first.getByText(/begins with http/)).toBeVisible();
  await first.getByLabel("Evidence link").fill("https://wiki.example.com/list");
  await first.getByRole("button", { name: "Add link" }).click();
  await first.getByLabel("How sure are you?").selectOption("verified");
  await second.getByRole("radio", { name: "Not applicable" }).check();
  await second.getByRole("radio", { name: "Business priority" }).check();
  await third.getByRole("radio", { name: "Don't know" }).check();
  await saved(page);
  // Not complete yet, so kept in the browser alone.
  await cards(page).nth(3).getByText("Note, evidence and certainty").click();
  await cards(page).nth(3).getByLabel("Note", { exact: true }).fill("Ask Ada");

  await page.reload();
  await expect(level(first, 3)).toBeChecked();
  await expect(first.getByLabel("Note", { exact: true })).toHaveValue("Seen in the platform list");
  await expect(first.getByRole("link", { name: "https://wiki.example.com/list" })).toBeVisible();
  await expect(first.getByLabel("How sure are you?")).toHaveValue("verified");
  await expect(second.getByRole("radio", { name: "Business priority" })).toBeChecked();
  await expect(third.getByRole("radio", { name: "Don't know" })).toBeChecked();
  await expect(cards(page).nth(3).getByLabel("Note", { exact: true })).toHaveValue("Ask Ada");
  await expect(page.getByText("1 answer not complete, so not saved")).toBeVisible();

  await page.goto(address);
  await page.getByRole("link", { name: "Continue where you left off" }).click();
  await expect(third).toBeInViewport();
  await expect(third).toBeFocused();
});

test("an assessment can be answered and submitted with the keyboard alone", async ({ page }) => {
  const address = await start(page, "Leasing", { depth: "Quick" });
  for (const area of ["technical", "organizational", "process", "governance", "resources"]) {
    await page.goto(`${address}/questions/${area}`);
    const first = cards(page).first();
    while (!(await first.evaluate((card) => card.contains(document.activeElement)))) {
      await page.keyboard.press("Tab");
    }
    const count = await cards(page).count();
    for (let question = 0; question < count; question++) {
      await page.keyboard.press(String(2 + (question % 3)));
      await page.keyboard.press("Enter");
      if (question + 1 < count) await expect(cards(page).nth(question + 1)).toBeFocused();
    }
    await expect(page.getByText("Every question of this area is answered.")).toBeFocused();
    await saved(page);
  }
  await page.goto(`${address}/suitability`);
  for (const group of await page.getByRole("group").all()) {
    const radio = group.getByRole("radio").first();
    while (!(await radio.evaluate((input) => input === document.activeElement)))
      await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
  }
  await saved(page);
  await page.goto(`${address}/review`);
  for (const name of ["Submit", "Submit and see the result"]) {
    const button = page.getByRole("button", { name, exact: true });
    await expect(button).toBeVisible();
    while (!(await button.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
  }
  await page.waitForURL(/\/results$/);
});

test("review leads to the very question and back", async ({ page }) => {
  const address = await start(page, "Cards");
  await page.goto(`${address}/review`);
  await expect(page.getByText("60 questions are open")).toBeVisible();
  const change = page.getByRole("link", { name: /^Change: / }).nth(14);
  const text = (await change.getAttribute("aria-label"))?.replace("Change: ", "") ?? "";
  await change.click();
  const card = page.getByRole("article", { name: text });
  await expect(card).toBeInViewport();
  await level(card, 2).check();
  await saved(page);
  await page.getByRole("link", { name: "Back to review" }).click();
  await expect(page.getByText("59 questions are open")).toBeVisible();
});

test("an assessment is put on hold, resumed and re-scoped", async ({ page }) => {
  const address = await start(page, "Mortgages");
  await page.getByRole("button", { name: "Put on hold" }).click();
  await expect(page.getByText("On hold", { exact: true })).toBeVisible();
  await page.goto(`${address}/review`);
  await expect(page.getByText("This assessment is on hold")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Put on hold" })).toBeVisible();
  await page.getByRole("link", { name: "Target and scope" }).click();
  await page.getByLabel("Units in scope").fill("a few");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Check these fields" })).toBeFocused();
  await expect(page.getByLabel("Units in scope")).toHaveValue("a few");
  await page.getByLabel("Units in scope").fill("15");
  await page.getByRole("radio", { name: /^Optimization/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("15 units and 1 process in scope")).toBeVisible();
  await expect(page.getByText(/for the phase optimization/)).toBeVisible();
});

test("an unknown area or assessment is not found", async ({ page, request, baseURL }) => {
  const address = await start(page, "Custody");
  const statusOf = async (path: string) => (await request.get(`${baseURL}${path}`)).status();
  expect(await statusOf(`${address}/questions/technical`)).toBe(200);
  expect(await statusOf(`${address}/questions/data`)).toBe(404);
  expect(await statusOf(`${HOME}/assessments/none`)).toBe(404);
  expect(await statusOf(`${HOME}/assessments/none/questions/technical`)).toBe(404);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the questions can be read, and the page says that saving needs script", async ({ page }) => {
    const address = await start(page, "Brokerage");
    await page.goto(`${address}/questions/technical`);
    const said = await page.locator("noscript").evaluate(({ textContent }) => textContent);
    expect(said).toContain("Saving needs JavaScript");
    await expect(cards(page).first().getByRole("radio")).toHaveCount(7);
    await cards(page).first().getByText("Why it matters").click();
    await expect(
      cards(page)
        .first()
        .getByText(/^Evidence:/),
    ).toBeVisible();
  });
});

test("pages that say what is wrong are accessible and fit a narrow phone", async ({ page }) => {
  const address = await start(page, "Insurance");
  await page.goto(`${address}/questions/technical`);
  await cards(page).nth(0).getByRole("radio", { name: "Not applicable" }).check();
  await cards(page).nth(1).getByText("Note, evidence and certainty").click();
  await cards(page).nth(1).getByLabel("Evidence link").fill("none");
  await cards(page).nth(1).getByRole("button", { name: "Add link" }).click();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(`${HOME}/assessments/new`);
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await page.getByText("Check these fields").waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
