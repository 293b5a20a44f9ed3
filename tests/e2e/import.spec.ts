import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { HOME, loadSample } from "../support/page-addresses";
import { expectAccessible, expectNoSidewaysScroll } from "../support/page-checks";
import { expect, test } from "../support/test";

const IMPORT = `${HOME}/settings/import`;

async function exported(page: Page): Promise<string> {
  await page.goto(`${HOME}/settings`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export everything" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^[\w-]+-everything-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await file.path(), "utf8");
}

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
      await expect(page.getByText("everything.json, units[0].id: expected an id (a UUID)")).toBeVisible();
      await expect(page.getByRole("button", { name: "Import", exact: true })).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      await page.goto(IMPORT);
      await page.getByRole("button", { name: "Look at it first" }).first().click();
      await expect(page.getByLabel("File of an organization")).toHaveAccessibleDescription(/Choose a file\./);
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
    const response = await page.request.post(IMPORT, { headers, data: buffer });
    expect(response.status()).toBe(413);
    expect(response.headers()["content-type"]).toContain("application/problem+json");
  });
});
