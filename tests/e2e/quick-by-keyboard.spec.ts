import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { askedFramework } from "@/lib/framework/depth";
import { CONDITIONS, WARNINGS } from "@/lib/scoring/assessment";
import { CONDITION_QUESTIONS, WARNING_QUESTIONS } from "@/lib/scoring/words";
import { readPdf } from "../support/pdf-text";
import { expect, test } from "../support/test";

const UNIT = "Harbor Logistics";
const TAB_STOPS_MAX = 200;
const AREAS = askedFramework(aiScaling, "quick").areas.map(({ title, capabilities }) => ({
  title,
  questions: capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)),
}));

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < TAB_STOPS_MAX; stop += 1) {
    await page.keyboard.press("Tab");
    if (await isFocused(target)) return;
  }
  throw new Error(`Tab never reaches ${target}`);
}

async function follow(page: Page, name: string | RegExp) {
  await tabTo(page, page.getByRole("link", { name, exact: true }));
  await page.keyboard.press("Enter");
}

/** Tab stops at the first radio of a group in which none is chosen. Space takes it, an arrow the one after. */
async function choose(page: Page, group: Locator, key: "Space" | "ArrowDown") {
  await tabTo(page, group.getByRole("radio").first());
  await page.keyboard.press(key);
}

test("a quick assessment from the empty home to its report, by keyboard alone", async ({
  page,
}, testInfo) => {
  // Whoever has no mouse passes every stop on the way.
  test.slow();
  await page.goto("/");

  await test.step("start it and name the unit", async () => {
    await follow(page, "Assessments");
    await follow(page, "New assessment");
    await tabTo(page, page.getByLabel("Name of the unit"));
    await page.keyboard.type(UNIT);
    await choose(page, page.getByRole("group", { name: "How deep should it go?" }), "Space");
    await expect(page.getByRole("radio", { name: /^Quick/ })).toBeChecked();
    await choose(page, page.getByRole("group", { name: /^Which phase should/ }), "ArrowDown");
    await expect(page.getByRole("radio", { name: /^Expansion/ })).toBeChecked();
    await tabTo(page, page.getByRole("button", { name: "Start the assessment" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: UNIT })).toBeVisible();
  });

  await test.step("say whether scaling is the right thing to do", async () => {
    await follow(page, "Suitability");
    await expect(page.getByRole("heading", { level: 1, name: "Suitability" })).toBeVisible();
    for (const key of CONDITIONS)
      await choose(page, page.getByRole("group", { name: CONDITION_QUESTIONS[key] }), "Space");
    for (const key of WARNINGS)
      await choose(page, page.getByRole("group", { name: WARNING_QUESTIONS[key] }), "ArrowDown");
    await expect(page.getByText("10 of 10 answered")).toBeVisible();
  });

  let answered = 0;
  for (const [index, { title, questions }] of AREAS.entries()) {
    await test.step(`answer ${title}`, async () => {
      await follow(page, `Next: ${title}`);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const [first = ""] = questions;
      await tabTo(page, page.locator(`[data-question="${first}"]`).getByRole("radio").first());
      for (const [at, question] of questions.entries()) {
        const card = page.locator(`[data-question="${question}"]`);
        const level = String(1 + ((index + 2 * at) % 5));
        await page.keyboard.press(level);
        await expect(card.locator(`input[value="${level}"]`)).toBeChecked();
        answered += 1;
        // Enter goes to the next open question, j to the next one: here both lead to the same.
        const last = at === questions.length - 1;
        await page.keyboard.press(at % 2 === 0 || last ? "Enter" : "j");
        if (!last) await expect(page.locator(`[data-question="${questions[at + 1]}"]`)).toBeFocused();
      }
      await expect(page.getByText("Every question of this area is answered.")).toBeFocused();
    });
  }
  expect(answered).toBe(20);

  await test.step("review and submit", async () => {
    await follow(page, "Next: Review");
    await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
    await expect(page.getByText(/open$/)).toHaveCount(0);
    await tabTo(page, page.getByRole("button", { name: "Submit", exact: true }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Submit and see the result" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: `${UNIT}: result` })).toBeVisible();
  });

  await test.step("read the verdict and take the report along", async () => {
    await expect(
      page.getByRole("region", { name: /^(Ready|Ready with conditions|Not ready) for / }),
    ).toBeVisible();
    const readiness = (await page.locator("[data-figure=readiness]").textContent()) ?? "";
    expect(readiness).toMatch(/^\d+\.\d$/);
    const downloading = page.waitForEvent("download");
    await follow(page, "Gap report (PDF)");
    const file = testInfo.outputPath("gap-report.pdf");
    await (await downloading).saveAs(file);
    const { text } = await readPdf(await readFile(file));
    expect(text).toContain(UNIT);
    expect(text).toMatch(new RegExp(`Readiness for expansion ${readiness.replace(".", "\\.")}`));
  });
});
