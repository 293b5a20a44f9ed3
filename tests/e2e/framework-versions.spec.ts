import type { Page } from "@playwright/test";
import type { Framework } from "@/lib/framework/types";
import { frameworkName } from "@/lib/framework/version";
import { factoryFloor, nextMinor } from "../support/frameworks";
import { HOME, planPages } from "../support/page-addresses";
import { otherFrameworks } from "../support/server";
import { expect, test } from "../support/test";

// The first test fills the database.
test.describe.configure({ mode: "serial" });

test("what other frameworks asked stands beside the rest", async ({ page, app }) => {
  await otherFrameworks({ DATABASE_URL: `file:${app.databaseFile}` });
  await page.goto(`${HOME}/compare`);
  await expect(page.getByText("One unit is assessed: comparing takes two")).toBeVisible();
  await expect(page.getByText("with factory-floor@1.0.0")).toBeVisible();
  await page.goto(HOME);
  await expect(page.getByText("0 of 7 answered")).toBeVisible();
  await expect(page.getByText("0 of 61 answered")).toBeVisible();
  await page.goto(`${HOME}/plans/new`);
  await page.getByRole("link", { name: "1 unit with ai-scaling@1.1.0" }).click();
  await expect(page.getByLabel("Executive sponsor").first()).toBeVisible();
  await page.getByRole("link", { name: "1 unit with factory-floor@1.0.0" }).click();
  await expect(page.getByLabel("Foreman").first()).toBeVisible();
});

const hrefOf = async (page: Page, selector: string): Promise<string> => {
  const href = await page.locator(selector).first().getAttribute("href");
  if (href === null) throw new Error(`No link at ${selector}`);
  return href;
};

/** Name → address of all that there is of a unit and what was made of it. */
async function pagesOf(page: Page, origin: string, framework: Framework): Promise<Record<string, string>> {
  await page.goto(`${HOME}/units`);
  const unit = await hrefOf(page, `main a[href*="/units/"]:text-is("Unit of ${frameworkName(framework)}")`);
  await page.goto(unit);
  const results = await hrefOf(page, `main a[href$="/results"]`);
  const plan = await hrefOf(page, `main a[href*="/plans/"]:not([href*="/new"])`);
  const draft = await hrefOf(
    page,
    `main a[href*="/assessments/"]:not([href$="/results"]):not([href*="/new"])`,
  );
  const submitted = results.replace("/results", "");
  const areas = framework.areas.flatMap(({ key }) => [
    [`questions of ${key}`, `${draft}/questions/${key}`],
    [`answers of ${key}`, `${submitted}/questions/${key}`],
  ]);
  return {
    unit,
    draft,
    "scope of the draft": `${draft}/scope`,
    "suitability of the draft": `${draft}/suitability`,
    "review of the draft": `${draft}/review`,
    submitted,
    ...Object.fromEntries(areas),
    results,
    register: `${unit}/risks`,
    risk: `${unit}/risks/${framework.risks[0]?.key}`,
    "new plan": `${HOME}/plans/new?unit=${unit.split("/").at(-1)}`,
    "new assessment": `${HOME}/assessments/new?unit=${unit.split("/").at(-1)}`,
    ...(await planPages(page, origin, plan)),
  };
}

for (const { framework, capability, says, risk } of [
  {
    framework: nextMinor,
    capability: "ai-platform",
    says: "Platform for every unit",
    risk: nextMinor.risks[0],
  },
  { framework: factoryFloor, capability: "sensors", says: "Sensors", risk: factoryFloor.risks[0] },
]) {
  const name = frameworkName(framework);

  test(`every page of what ${name} asked opens, in its own words`, async ({ page, app }) => {
    test.slow();
    const pages = await pagesOf(page, app.url, framework);
    const words: Record<string, string> = {
      unit: says,
      [`questions of ${framework.areas[0]?.key}`]: says,
      results: says,
      plan: says,
      "plan infrastructure": says,
      register: risk?.title ?? "",
      risk: risk?.title ?? "",
      "new plan": framework.roles[0]?.title ?? "",
    };
    for (const [title, address] of Object.entries(pages)) {
      const response = await page.goto(address);
      expect(response?.status(), title).toBe(200);
      const heading = page.getByRole("heading", { level: 1 });
      await expect(heading, title).not.toHaveText(/Page not found|could not be shown/);
      await expect(page.getByRole("main"), title).toContainText(words[title] ?? "");
    }
  });

  test(`what if by ${name} tries its own capabilities`, async ({ page, app }) => {
    const { results = "" } = await pagesOf(page, app.url, framework);
    await page.goto(`${results}?whatIf=${capability}:5`);
    const stored = (await page.locator('[data-figure="readiness"]').textContent()) ?? "";
    const tried = page.locator('[data-figure="what-if-readiness"]');
    await expect(tried).not.toHaveText(stored);
    await expect(page.getByRole("combobox", { name: new RegExp(`^${says}`) })).toHaveValue("5");
    await page.getByRole("button", { name: "Reset" }).click();
    await expect(tried).toHaveText(stored);
  });

  test(`a decision about a risk of ${name} is stored`, async ({ page, app }) => {
    const pages = await pagesOf(page, app.url, framework);
    await page.goto(pages.risk ?? "");
    await page.getByLabel("Owner").fill("Ada");
    await page.getByRole("button", { name: "Store" }).click();
    await expect(page).toHaveURL(/done=saved/);
    await expect(page.getByRole("cell", { name: "Ada", exact: true })).toBeVisible();
  });

  test(`a plan by ${name} is made with its own roles`, async ({ page, app }) => {
    const pages = await pagesOf(page, app.url, framework);
    await page.goto(pages["new plan"] ?? "");
    await page.getByLabel("Name of the plan").fill("Another plan");
    await page.getByRole("button", { name: "Make the plan" }).click();
    await expect(page).toHaveURL(/done=created/);
    await page.getByRole("link", { name: "Infrastructure" }).click();
    await expect(page.getByRole("main")).toContainText(says);
  });
}

test.describe("while the app does not answer", () => {
  test.use({ expectedFailures: [/\/api\/v1\/.*\/framework$/] });

  test("what cannot be loaded is said, and comes when it is tried again", async ({ page, app }) => {
    const { results = "" } = await pagesOf(page, app.url, factoryFloor);
    await page.goto(results);
    let down = true;
    await page.route("**/framework", (route) => (down ? route.abort("connectionrefused") : route.continue()));
    await page.getByRole("button", { name: "Try other levels" }).click();
    await expect(page.getByText("What this needs could not be loaded.")).toBeVisible();
    down = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator('[data-figure="what-if-readiness"]')).toBeVisible();
  });
});
