import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

/** Two people have one form open; each of these is a form, two fields of it, and what is typed there. */

const HOME = "/my-organization";

const told = (page: Page) => page.getByRole("alert").first();

async function addUnit(page: Page, name: string) {
  await page.goto(`${HOME}/units/new`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Add the unit" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return page.url().replace(/\?.*/, "");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a unit: both values are shown, what nobody touched is taken over, and the second save stores it", async ({
      page,
      context,
    }) => {
      const unit = await addUnit(page, `Clinics ${javaScriptEnabled}`);
      await page.goto(`${unit}/edit`);
      const other = await context.newPage();
      await other.goto(`${unit}/edit`);

      await other.getByLabel("Region").fill("North");
      await other.getByLabel("Works under sector regulation").check();
      await other.getByRole("button", { name: "Save" }).click();
      await expect(other.getByRole("status")).toContainText("Changes saved.");

      await page.getByLabel("Region").fill("South");
      await page.getByLabel("Industry").fill("Health care");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(told(page)).toContainText("Somebody has changed this since you opened it.");
      await expect(told(page)).toContainText("Stored now: North");
      await expect(told(page)).toContainText("In the form: South");
      await expect(told(page)).toContainText("Stored now: yes");
      await expect(told(page)).toContainText("You had not changed it.");
      await expect(told(page)).not.toContainText("Industry");
      await expect(page.getByLabel("Region")).toHaveValue("South");
      await expect(page.getByLabel("Industry")).toHaveValue("Health care");
      await expect(page.getByLabel("Works under sector regulation")).toBeChecked();
      await other.reload();
      await expect(other.getByText("North")).toBeVisible();

      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("status")).toContainText("Changes saved.");
      await expect(page.getByText("Health care, South")).toBeVisible();
      await expect(page.getByText("Regulated")).toBeVisible();
    });

    test("the organization: the second name is stored only once its writer has seen the first", async ({
      page,
      context,
    }) => {
      const name = "Name of the organization";
      await page.goto(`${HOME}/settings`);
      const other = await context.newPage();
      await other.goto(`${HOME}/settings`);
      await other.getByLabel(name).fill(`First ${javaScriptEnabled}`);
      await other.getByRole("button", { name: "Save" }).click();
      await expect(other.getByRole("status")).toContainText("Saved.");
      await page.getByLabel(name).fill("Second");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(told(page)).toContainText(`Stored now: First ${javaScriptEnabled}`);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("banner").getByRole("link", { name: "Second" })).toBeVisible();
      // The form that stored it goes on with what it stored.
      await page.getByLabel(name).fill("Third");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("banner").getByRole("link", { name: "Third" })).toBeVisible();
    });

    test("an item and a scope: the second writer is told", async ({ page, context }) => {
      const unit = await addUnit(page, `Plant ${javaScriptEnabled}`);
      const id = unit.split("/").at(-1);
      await page.goto(`${HOME}/inventory/new?unit=${id}`);
      await page.getByLabel("Name").fill("Reader");
      await page.getByRole("button", { name: "Add" }).click();
      await page.getByRole("link", { name: "Reader" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Reader" })).toBeVisible();
      await second(page, await context.newPage(), { field: "Owner", values: ["Ada", "Grace"] });
      await expect(page.getByLabel("Owner")).toHaveValue("Grace");

      await page.goto(`${HOME}/assessments/new?unit=${id}`);
      await page.getByRole("radio", { name: /^Quick/ }).check();
      await page.getByRole("radio", { name: /^Expansion/ }).check();
      await page.getByRole("button", { name: "Start the assessment" }).click();
      await page.getByRole("link", { name: "Target and scope" }).click();
      await second(page, await context.newPage(), { field: "Units in scope", values: ["20", "30"] });
      await expect(page.getByLabel("Units in scope")).toHaveValue("30");
    });
  });
}

/** The second of two who change one field. */
async function second(
  page: Page,
  other: Page,
  { field, values: [first, later] }: { field: string; values: readonly [string, string] },
) {
  await page.getByLabel(field).waitFor();
  await other.goto(page.url());
  await other.getByLabel(field).fill(first);
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other).not.toHaveURL(page.url());
  await other.close();
  await page.getByLabel(field).fill(later);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(told(page)).toContainText(`Stored now: ${first}`);
}

test("what was stored meanwhile is shown accessibly, and fits a phone", async ({ page, context }) => {
  const unit = await addUnit(page, "Depots");
  await page.goto(`${unit}/edit`);
  const other = await context.newPage();
  await other.goto(`${unit}/edit`);
  await other.getByLabel("Region").fill("North".repeat(20));
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("status")).toContainText("Changes saved.");
  await page.getByLabel("Region").fill("South");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(told(page)).toContainText("Stored now: North");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
});
