import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

const HOME = "/my-organization";

async function addUnit(page: Page, name: string, parent?: string) {
  await page.goto(`${HOME}/units/new`);
  await page.getByLabel("Name").fill(name);
  if (parent) await page.getByLabel("Belongs to").selectOption({ label: parent });
  await page.getByRole("button", { name: "Add the unit" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

const listed = (page: Page, name: string) =>
  page
    .getByRole("table", { name: "Units" })
    .or(page.getByRole("region", { name: "Units" }))
    .getByRole("link", { name, exact: true });

test("a unit is created with all that was typed", async ({ page }) => {
  await page.goto(`${HOME}/units`);
  await page.getByRole("link", { name: "Add a unit" }).first().click();
  await page.getByLabel("Name").fill("Card Services");
  await page.getByLabel("Region").fill("Benelux");
  await page.getByLabel("Industry").fill("Financial services");
  await page.getByLabel("Works under sector regulation").check();
  await page.getByLabel("Units in scope").fill("15");
  await page.getByLabel("Processes in scope").fill("1200");
  await page.getByRole("button", { name: "Add the unit" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Card Services" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Unit added");
  await expect(page.getByText("Financial services, Benelux")).toBeVisible();
  await expect(page.getByText("Regulated")).toBeVisible();
  await expect(page.getByText("15 units and 1,200 processes in scope")).toBeVisible();
  await expect(page).toHaveTitle("Card Services · Scaling Readiness");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a faulty form says what is wrong beside the fields and keeps what was typed", async ({ page }) => {
      const name = javaScriptEnabled ? "Wealth" : "Leasing";
      await addUnit(page, `Group of ${name}`);
      await page.goto(`${HOME}/units/new`);
      await page.getByLabel("Belongs to").selectOption({ label: `Group of ${name}` });
      await page.getByLabel("Region").fill("Nordics");
      await page.getByLabel("Works under sector regulation").check();
      await page.getByLabel("Units in scope").fill("many");
      await page.getByRole("button", { name: "Add the unit" }).click();

      const summary = page.getByRole("alert").filter({ hasText: "Check these fields" });
      await expect(summary).toContainText("Enter a name.");
      if (javaScriptEnabled) await expect(summary).toBeFocused();
      await expect(page.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Name")).toHaveAccessibleDescription("Enter a name.");
      await expect(page.getByLabel("Units in scope")).toHaveValue("many");
      await expect(page.getByLabel("Region")).toHaveValue("Nordics");
      await expect(page.getByLabel("Works under sector regulation")).toBeChecked();
      await expect(page.getByLabel("Belongs to").locator("option:checked")).toHaveText(`Group of ${name}`);

      await page.getByLabel("Name").fill(name);
      await page.getByLabel("Units in scope").fill("3");
      await page.getByRole("button", { name: "Add the unit" }).click();
      await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
      await expect(page.getByText("Nordics")).toBeVisible();
      const crumbs = page.getByRole("navigation", { name: "Breadcrumbs" });
      await expect(crumbs.getByRole("link", { name: `Group of ${name}` })).toBeVisible();
    });

    test("a unit is edited, moved, archived and restored", async ({ page }) => {
      const suffix = javaScriptEnabled ? "A" : "B";
      await addUnit(page, `Region ${suffix}`);
      await addUnit(page, `Plant ${suffix}`);
      const plant = page.url();

      await page.getByRole("link", { name: "Edit" }).click();
      await page.getByLabel("Industry").fill("Manufacturing");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("status")).toContainText("Changes saved.");
      await expect(page.getByText("Manufacturing")).toBeVisible();

      await page.getByText("Move in the tree").click();
      const places = page.getByLabel("Belongs to");
      await expect(places.locator("option", { hasText: `Plant ${suffix}` })).toHaveCount(0);
      await places.selectOption({ label: `Region ${suffix}` });
      await page.getByRole("button", { name: "Move" }).click();
      await expect(page.getByRole("status")).toContainText("Unit moved.");
      const crumbs = page.getByRole("navigation", { name: "Breadcrumbs" });
      await crumbs.getByRole("link", { name: `Region ${suffix}` }).click();
      await expect(page.getByRole("heading", { name: "Units below" })).toBeVisible();

      await page.getByText("Archive", { exact: true }).click();
      await expect(page.getByText("Puts this unit away, and the unit below it.")).toBeVisible();
      await page.getByRole("button", { name: "Archive 2 units" }).click();
      await expect(page.getByRole("status")).toContainText("Unit archived");

      await page.goto(`${HOME}/units`);
      await expect(listed(page, `Region ${suffix}`)).toHaveCount(0);
      await page
        .getByRole("region", { name: "Archived" })
        .getByRole("link", { name: `Plant ${suffix}` })
        .click();
      await page.getByRole("button", { name: "Restore" }).click();
      await expect(page.getByText("The unit above is archived. Restore that one first.")).toBeVisible();

      await page.goto(`${HOME}/units`);
      await page
        .getByRole("region", { name: "Archived" })
        .getByRole("link", { name: `Region ${suffix}` })
        .click();
      await page.getByRole("button", { name: "Restore" }).click();
      await expect(page.getByRole("status")).toContainText("Unit restored.");
      await page.goto(`${HOME}/units`);
      await expect(listed(page, `Plant ${suffix}`)).toBeVisible();
      expect(plant).toContain("/units/");
    });
  });
}

test("units are found by name, region and industry, and the search stands in the address", async ({
  page,
}) => {
  await addUnit(page, "Hospital East");
  await addUnit(page, "Hospital West");
  await page.goto(`${HOME}/units`);
  await page.getByLabel("Find a unit").fill("hospital we");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/find=hospital/);
  await expect(page.getByRole("status")).toContainText(/^1 of \d+ units$/);
  await expect(listed(page, "Hospital West")).toBeVisible();
  await expect(listed(page, "Hospital East")).toHaveCount(0);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(listed(page, "Hospital East")).toBeVisible();
});

test.describe("an unknown unit", () => {
  test.use({ expectedFailures: [/no-such-unit/] });

  test("answers as a page that is not there, and helps on", async ({ page }) => {
    for (const address of [`${HOME}/units/no-such-unit`, `${HOME}/units/no-such-unit/edit`]) {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
      await expectAccessible(page);
    }
    await page.getByRole("link", { name: "See all units" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Units" })).toBeVisible();
  });
});

test("the pages of units are accessible and fit a phone, with and without faults", async ({ page }) => {
  await addUnit(page, "Accessible unit with a name that is long enough to need a second line");
  const unit = page.url().replace(/\?.*/, "");
  for (const address of [unit, `${unit}/edit`, `${HOME}/units`, `${HOME}/units?find=nothing`]) {
    await page.goto(address);
    for (const fold of await page.locator("main summary").all()) await fold.click();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await page.goto(`${HOME}/units/new`);
  await page.getByRole("button", { name: "Add the unit" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Check these fields" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
