import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { answered } from "../support/answered";
import { HOME, loadSample, samplePages } from "../support/page-addresses";
import { expectAccessible, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";
import { workbook } from "../support/workbook";
import { zeros, zip } from "../support/zip";

const IMPORT = `${HOME}/settings/import`;

async function exported(page: Page): Promise<string> {
  await page.goto(`${HOME}/settings`);
  await page.getByRole("button", { name: "Export everything" }).click();
  await page.waitForURL(/\/settings\/exports$/);
  const link = page.getByRole("link", { name: "Download" }).first();
  // Without script a page does not look again by itself.
  await expect(async () => {
    if (!(await link.isVisible())) await page.reload();
    expect(await link.isVisible()).toBe(true);
  }).toPass();
  const download = page.waitForEvent("download");
  await link.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^[\w-]+-everything-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await file.path(), "utf8");
}

const table = (text: string) => ({ name: "units.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
const json = (text: string) => ({
  name: "everything.json",
  mimeType: "application/json",
  buffer: Buffer.from(text),
});

async function send(page: Page, text: string) {
  await page.goto(IMPORT);
  const panel = page.getByRole("region", { name: "Everything of an organization" });
  await panel.getByLabel("File of an organization").setInputFiles(json(text));
  await panel.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Look at an import" })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled, freshApp: true });

    test("an organization is exported, changed and brought back", async ({ page, baseURL }) => {
      await loadSample(page, baseURL ?? "");
      const before = await exported(page);
      await page.goto(`${HOME}/settings`);
      await page.getByText("Remove the sample organization").click();
      await page.getByRole("button", { name: /^Remove \d+ sample units$/ }).click();
      await page.waitForURL(/done=sample-removed/);

      await send(page, before);
      await expect(page.getByRole("heading", { name: "Adds 17 units" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Adds 21 assessments" })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await expect(page.getByRole("status")).toContainText("Imported.");
      expect(await exported(page)).toBe(before);

      await send(page, before);
      await expect(page.getByText("17 units, just as in the file")).toBeVisible();
      await page.getByRole("button", { name: "Discard" }).click();
      await expect(page.getByRole("status")).toContainText("Nothing was imported.");
    });

    test("a file that does not fit is refused, with the place and what was expected", async ({ page }) => {
      const file = JSON.parse(await exported(page));
      await send(page, JSON.stringify({ ...file, units: [{ name: "Lost" }] }));
      await expect(page.getByText("This cannot be imported. Nothing was stored.")).toBeVisible();
      await expect(page.getByText("everything.json, units[0].id: Expected an id (a UUID).")).toBeVisible();
      await expect(page.getByRole("button", { name: "Import", exact: true })).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      await page.goto(IMPORT);
      await page.getByRole("button", { name: "Look at it first" }).first().click();
      // The browser asks for a file.
      await expect(page.getByLabel("File of an organization")).toBeFocused();
      expect(new URL(page.url()).pathname).toBe(IMPORT);
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script: parts" : "without script: parts", () => {
    test.use({ javaScriptEnabled, freshApp: true });

    test("units come from a table, and assessments from files for a unit that is chosen", async ({
      page,
    }) => {
      await page.goto(IMPORT);
      const download = page.waitForEvent("download");
      const units = page.getByRole("region", { name: "Units from a table" });
      await units.getByRole("link", { name: "Download a template" }).click();
      const template = await readFile(await (await download).path(), "utf8");

      await units
        .getByLabel("Table of units")
        .setInputFiles(table(`${template}Plant,Nowhere,,,perhaps,1,1\r\n`));
      await units.getByRole("button", { name: "Look at it first" }).click();
      await expect(page.getByText("line 4, regulated: Enter yes or no.")).toBeVisible();
      await page.getByRole("button", { name: "Discard" }).click();
      await expect(page.getByRole("status")).toContainText("Nothing was imported.");

      await units
        .getByLabel("Table of units")
        .setInputFiles(table(`${template}"=HYPERLINK(""x"")",Stores\r\n`));
      await units.getByRole("button", { name: "Look at it first" }).click();
      await expect(page.getByText('=HYPERLINK("x"), below Stores')).toBeVisible();
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await expect(page.getByRole("status")).toContainText("Imported.");

      const files = page.getByRole("region", { name: "Assessments" });
      const assessments = [answered(), answered({ depth: "quick" })].map((one, index) => ({
        ...json(JSON.stringify(one)),
        name: `assessment-${index}.json`,
      }));
      await files.getByLabel("Files of assessments").setInputFiles(assessments);
      await files.getByRole("button", { name: "Look at it first" }).click();
      await expect(page.getByText("There is no unit “Retail Banking” here.").first()).toBeVisible();
      await page.getByLabel("Take them for").selectOption({ label: "Retail group" });
      await page.getByRole("button", { name: "Show what that does" }).click();
      await expect(page.getByText("Retail group, from assessment-1.json")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await expect(page.getByRole("status")).toContainText("Imported.");

      await page.goto(`${HOME}/units`);
      await expect(page.getByRole("link", { name: '=HYPERLINK("x")' })).toBeVisible();
      await page.goto(`${HOME}/assessments`);
      await expect(
        page.getByRole("main").getByRole("link", { name: "Retail group", exact: true }),
      ).toHaveCount(2);
    });
  });
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const xlsx = (name: string, bytes: Uint8Array) => ({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script: workbooks" : "without script: workbooks", () => {
    test.use({ javaScriptEnabled, freshApp: true });

    test("units come from a workbook as they are seen in it, and a zip bomb does not", async ({ page }) => {
      const units = page.getByRole("region", { name: "Units from a table" });
      const field = units.getByLabel("Table of units");
      const look = async (name: string, bytes: Uint8Array) => {
        await page.goto(IMPORT);
        await field.setInputFiles(xlsx(name, bytes));
        await units.getByRole("button", { name: "Look at it first" }).click();
      };

      await look("bomb.xlsx", zip([zeros("xl/worksheets/sheet1.xml", 1_000)]));
      await expect(page.getByRole("main")).toContainText(
        "bomb.xlsx: More than 20.0 MB when unpacked. Save only the table as a workbook of its own, or as CSV.",
      );
      await expect(page.getByRole("button", { name: "Import", exact: true })).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      const hidden = { state: "hidden" as const, rows: [["Notes"]] };
      const titles = ["Name", "Parent", "Regulated", "Units in scope"];
      const group = ["Works group", null, true, 12];
      await look(
        "units.xlsx",
        await workbook(hidden, { rows: [titles, [], group, ["=1+1", "Works", false, 1.5]] }),
      );
      await expect(page.getByText("row 4, unitsInScope: Enter the number of units in scope")).toBeVisible();
      await expect(page.getByText("This cannot be imported. Nothing was stored.")).toBeVisible();

      const formula = { formula: "1+1", result: 2 };
      await look(
        "units.xlsx",
        await workbook(hidden, { rows: [titles, group, ["=1+1", "Works group", false, formula]] }),
      );
      await expect(page.getByText("=1+1, below Works group")).toBeVisible();
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await expect(page.getByRole("status")).toContainText("Imported.");
      await page.goto(`${HOME}/units`);
      const main = page.getByRole("main");
      await expect(main.getByRole("link", { name: "Works group" })).toHaveCount(1);
      await expect(main.getByRole("link", { name: "=1+1" })).toHaveCount(1);
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script: answers" : "without script: answers", () => {
    test.use({ javaScriptEnabled, freshApp: true });

    test("answers leave a result as a table, are edited and come back as a draft", async ({
      page,
      baseURL,
    }) => {
      await loadSample(page, baseURL ?? "");
      const unit = "Retail Banking";
      const { results } = await samplePages(page, baseURL ?? "", unit);
      await page.goto(results);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "Answers (CSV)" }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^[\w-]+-answers-\w+-\d{4}-\d\d-\d\d\.csv$/);
      const { data, meta } = Papa.parse<Record<string, string>>(
        (await readFile(await file.path(), "utf8")).slice(1),
        { header: true, skipEmptyLines: true },
      );
      const look = async (change: Record<string, string>) => {
        const edited = data.map((row) => (row.question === "people.staffing" ? { ...row, ...change } : row));
        const text = Papa.unparse(edited, { columns: meta.fields ?? [], delimiter: ";" });
        await page.goto(IMPORT);
        const panel = page.getByRole("region", { name: "Assessments" });
        await panel.getByLabel("Files of assessments").setInputFiles({ ...table(text), name: "answers.csv" });
        await panel.getByRole("button", { name: "Look at it first" }).click();
      };

      await look({ answer: "6" });
      await expect(
        page.getByText(/answers\.csv, line \d+, answer: Expected 1 to 5, dontKnow,/),
      ).toBeVisible();
      await expect(page.getByRole("button", { name: "Import", exact: true })).toHaveCount(0);

      await look({ answer: "4", note: "'=HYPERLINK(1)\nsecond line" });
      await expect(page.getByRole("heading", { name: "Adds 1 draft" })).toBeVisible();
      await expect(page.getByText(`${unit}, from answers.csv`)).toBeVisible();
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await expect(page.getByRole("status")).toContainText("Imported.");

      await page.goto(`${HOME}/assessments`);
      await page.getByRole("main").getByRole("link", { name: unit, exact: true }).first().click();
      await page.getByRole("link", { name: "Resource availability" }).click();
      await expect(page.locator('[data-question="people.staffing"]').getByRole("radio").nth(3)).toBeChecked();
      await expect(page.getByText("=HYPERLINK(1)").first()).toHaveText(/^=HYPERLINK\(1\)\s+second line$/);
    });
  });
}

test.describe("a body that is too large", () => {
  test.use({ expectedFailures: [/settings\/import/] });

  test("is refused before it is sent, and by the server", async ({ page, baseURL }) => {
    await page.goto(IMPORT);
    const buffer = Buffer.alloc(33_500_000, " ");
    await page
      .getByLabel("File of an organization")
      .setInputFiles({ name: "large.json", mimeType: "application/json", buffer });
    await expect(page.getByText("More than 32.0 MB cannot be imported at once.")).toBeVisible();
    const headers = { origin: baseURL ?? "" };
    const response = await page.request.post(`${IMPORT}/upload`, { headers, data: buffer });
    expect(response.status()).toBe(413);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
    // Nothing else takes more than a form may hold.
    const form = await page.request.post(IMPORT, { headers, data: buffer.subarray(0, 1_100_000) });
    expect(form.status()).toBe(413);
  });
});

test.describe("a form that no page here sends", () => {
  test.use({ expectedFailures: [/settings\/import\/upload/] });

  test("is refused in words: a page for people, a document for programs", async ({ page, baseURL }) => {
    const upload = `${IMPORT}/upload`;
    const headers = { origin: baseURL ?? "" };
    const told = async (multipart: Record<string, string>) => {
      const response = await page.request.post(upload, { headers, multipart });
      return [response.status(), (await response.json()).detail];
    };
    expect(await told({ kind: "units" })).toEqual([400, "Choose a file."]);
    expect(await told({ kind: "plans", files: "no file" })).toEqual([
      400,
      "Say what is imported: organization, units, assessments, inventory. Choose a file.",
    ]);
    const broken = { ...headers, "content-type": "multipart/form-data; boundary=x" };
    const response = await page.request.post(upload, { headers: broken, data: "--y\r\n" });
    expect(response.status()).toBe(400);

    await page.goto(IMPORT);
    await page.getByLabel("Table of units").evaluate((field) => field.remove());
    await page
      .getByRole("region", { name: "Units from a table" })
      .getByRole("button", { name: "Look at it first" })
      .click();
    await expect(page.getByRole("heading", { name: "Not read" })).toBeVisible();
    await expect(page.getByText("Choose a file.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Go back" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Import" })).toBeVisible();
  });
});
