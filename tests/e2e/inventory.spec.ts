import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import readSheets from "read-excel-file/node";
import { HOME, loadSample, makePlan } from "../support/page-addresses";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial" });

const INVENTORY = `${HOME}/inventory`;

const table = (page: Page) => page.getByRole("region", { name: "Inventory" }).getByRole("table");
const row = (page: Page, name: string) => table(page).getByRole("row").filter({ hasText: name });
const rows = (page: Page) => table(page).locator("tbody tr");

async function openUnit(page: Page, name: string) {
  await page.goto(`${HOME}/units`);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("link", { name: "Open the inventory" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Inventory of ${name}` })).toBeVisible();
}

async function download(page: Page, name: string): Promise<string> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  return (await started).path();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an item is added, refused, changed and found again", async ({ page, baseURL }) => {
      if (javaScriptEnabled) await loadSample(page, baseURL ?? "");
      const unit = javaScriptEnabled ? "Port Operations" : "Home Stores";
      const [process, system, owner] = [`Planning in ${unit}`, `Forecast for ${unit}`, `Head of ${unit}`];
      await openUnit(page, unit);
      await page.getByRole("link", { name: "Add an item" }).click();
      await page.getByRole("radio", { name: /^Process/ }).check();
      await page.getByLabel("Name", { exact: true }).fill(process);
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect(page.getByRole("status").first()).toContainText("Added.");
      await expect(row(page, process)).toContainText("Not served yet");

      await page.getByRole("link", { name: "Add an item" }).click();
      await page.getByRole("radio", { name: /^AI system/ }).check();
      await page.getByLabel("Name", { exact: true }).fill("Forecast; of ships");
      await page.getByLabel("Stage").selectOption("Production");
      await page.getByRole("checkbox", { name: process }).check();
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveText("Use a name without a semicolon.");
      await expect(page.getByLabel("Stage")).toHaveValue("production");
      await expect(page.getByRole("checkbox", { name: process })).toBeChecked();
      await page.getByLabel("Name", { exact: true }).fill(system);
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect(row(page, system).first()).toContainText("No owner");
      await expect(row(page, process).last()).toContainText(`Served by ${system}`);

      await page.getByRole("link", { name: system }).click();
      await page.getByLabel("Owner (optional)").fill(owner);
      await page.getByLabel("Risk class").selectOption("Minimal risk");
      await page.getByLabel("Last review (optional)").fill(new Date().toISOString().slice(0, 10));
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("status").first()).toContainText("Changes saved.");
      await page.getByRole("searchbox", { name: /^Find/ }).fill(owner.toUpperCase());
      await page.getByLabel("Stage").selectOption("Production");
      await page.getByRole("button", { name: "Show", exact: true }).click();
      await expect(page).toHaveURL(/find=HEAD/);
      await expect(rows(page)).toHaveCount(1);
      await expect(row(page, system)).not.toContainText("No owner");
      await page.getByRole("link", { name: "Remove all filters" }).click();

      await page.getByRole("link", { name: process, exact: true }).click();
      await page.getByLabel("Name", { exact: true }).fill("Customs papers");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("status").first()).toContainText("Changes saved.");
      await openUnit(page, unit);
      await expect(row(page, "Customs papers").first()).toBeVisible();
      await page.getByRole("link", { name: "Customs papers" }).first().click();
      await page.getByText("Delete", { exact: true }).click();
      await page.getByRole("button", { name: "Delete the item" }).click();
      await expect(page.getByText("Inventory item")).toBeVisible();
      await page.getByRole("button", { name: "Restore" }).click();
      await expect(page.getByRole("status")).toContainText("Restored, just as it was.");
      await openUnit(page, unit);
      await expect(row(page, "Customs papers").last()).toContainText(`Served by ${system}`);
    });
  });
}

test("what needs attention is counted, and shown by a link", async ({ page }) => {
  await page.goto(INVENTORY);
  const all = await rows(page).count();
  await page.getByRole("link", { name: "Show what and why" }).click();
  await expect(page).toHaveURL(/concern=true/);
  const shown = await rows(page).count();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(all);
  await expect(page.getByText(new RegExp(`^${shown} of ${all} items`))).toBeVisible();
  await expect(row(page, "Cash forecast")).toContainText("Review due");
});

test("a table goes out, is changed and comes in again; a fault keeps all of it out", async ({ page }) => {
  await openUnit(page, "Retail Banking");
  const before = await rows(page).count();
  const csv = await readFile(await download(page, "CSV"), "utf8");
  const workbook = await download(page, "XLSX");
  const sheets = await readSheets(workbook);
  const [sheet] = sheets;
  expect(sheet?.data).toHaveLength(1 + before);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(1 + before);

  const send = async (content: string | Buffer) => {
    await page.goto(`${HOME}/settings/import`);
    const panel = page.getByRole("region", { name: "Inventory" });
    const file = { name: "inventory", mimeType: "text/plain", buffer: Buffer.from(content) };
    await panel.getByLabel("Table of the inventory").setInputFiles(file);
    await panel.getByRole("button", { name: "Look at it first" }).click();
  };
  await send(await readFile(workbook));
  await expect(page.getByRole("heading", { name: `Leaves ${before} items as they are` })).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("status")).toContainText("Nothing was imported.");
  await send(
    csv.replace(
      '"Sort complaints by topic","Head of service","pilot"',
      '"Sort complaints by topic","Head of service","live"',
    ),
  );
  await expect(page.getByText(/^line \d+, stage: Choose a stage, or leave it open\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();

  await send(
    `${csv.replace('"Sort complaints by topic","Head of service","pilot"', '"Sort complaints by topic","Head of service","production"')}Retail Banking,process,Loan advice,,,,,,,\r\n`,
  );
  await expect(page.getByRole("heading", { name: "Adds 1 item" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Changes 1 item" })).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await openUnit(page, "Retail Banking");
  await expect(rows(page)).toHaveCount(before + 1);
  await expect(row(page, "Sort complaints by topic").first()).toContainText("Production");
});

test("the inventory gives an assessment its scope and a plan its baseline", async ({ page, baseURL }) => {
  await openUnit(page, "Electronics Assembly");
  const coverage = page
    .getByText("Scaling coverage", { exact: true })
    .locator("xpath=following-sibling::dd[1]");
  const percent = (await coverage.textContent()) ?? "";
  expect(percent).toMatch(/^\d+\.\d %$/);
  const plan = await makePlan(page, baseURL ?? "", ["Electronics Assembly"]);
  await page.goto(`${plan}/metrics`);
  const metric = page.getByRole("region", { name: "Scaling coverage" });
  await expect(metric).toContainText(`The inventory says ${Number.parseFloat(percent)} % today.`);
  await metric.getByText("Set the goal of scaling coverage").click();
  await expect(metric.getByLabel("Baseline (%)")).toHaveValue(String(Number.parseFloat(percent)));

  await page.goto(`${HOME}/assessments/new`);
  await page
    .getByLabel("Which unit is assessed?")
    .selectOption({ label: "Halden Group / Asia Pacific / Electronics Assembly" });
  await expect(page.getByLabel("Processes in scope")).toHaveAccessibleDescription(/The inventory lists 3\.$/);
});
