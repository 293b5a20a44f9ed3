import type { Page } from "@playwright/test";
import ExcelJS from "exceljs";
import Papa from "papaparse";
import type { Result } from "@/lib/scoring/result";
import { RATING_WORDS } from "@/lib/scoring/result-words";
import { loadSample, makePlan, samplePages } from "../support/page-addresses";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial" });

const UNIT = "Community Clinics";

let register = "";
let results = "";

const table = (page: Page) => page.getByRole("region", { name: "Risk register" });
const row = (page: Page, name: string) => table(page).getByRole("row").filter({ hasText: name });

test("the register fills itself from the ratings, and from the plan once there is one", async ({
  page,
  baseURL,
}) => {
  await loadSample(page, baseURL ?? "");
  const pages = await samplePages(page, baseURL ?? "", UNIT);
  results = pages.results;
  register = pages["risk register"];
  await page.goto(pages.unit);
  await page.getByRole("link", { name: "Risk register" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${UNIT}: risk register`);
  const { result }: { result: Result } = await (await page.request.get(`${results}/export/json`)).json();
  await expect(table(page).getByRole("row")).toHaveCount(result.risks.length + 1);
  for (const [place, { rating, inherent }] of result.risks.entries()) {
    const cells = table(page)
      .getByRole("row")
      .nth(place + 1)
      .getByRole("cell");
    await expect(cells.nth(0)).toHaveText(RATING_WORDS[inherent]);
    await expect(cells.nth(1)).toHaveText(RATING_WORDS[rating]);
    await expect(cells.nth(2)).toHaveText("–");
  }
  await makePlan(page, baseURL ?? "", [UNIT]);
  await page.goto(register);
  await expect(table(page).getByText("–", { exact: true }).first()).toBeVisible();
  await expect(table(page).getByRole("row").nth(1).getByRole("cell").nth(2)).not.toHaveText("–");
});

test("acceptance asks for a name and a day, and keeps what was typed", async ({ page }) => {
  await page.goto(register);
  const link = table(page).getByRole("link").nth(3);
  const name = (await link.textContent()) ?? "";
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.getByLabel("Owner").fill("Ada Lovelace");
  await expect(page.getByLabel("Accepted by (with Accept)")).toBeHidden();
  await page.getByRole("radio", { name: /^Accept/ }).check();
  await page.getByRole("button", { name: "Store" }).click();
  const faults = page.getByRole("alert").filter({ hasText: "Check these fields" });
  await expect(faults.getByRole("link")).toHaveText([
    "Enter who accepts the risk.",
    "Enter until when it is accepted.",
  ]);
  await expect(page.getByLabel("Owner")).toHaveValue("Ada Lovelace");
  await expect(page.getByRole("radio", { name: /^Accept/ })).toBeChecked();
  await page.getByLabel("Accepted by (with Accept)").fill("Grace Hopper");
  await page.getByLabel("Accepted until (with Accept)").fill("2099-12-31");
  await page.getByLabel("Review on").fill("2020-01-01");
  await page.getByLabel("Note").fill("Low value at stake.");
  await page.getByRole("button", { name: "Store" }).click();
  await expect(page.getByRole("status")).toContainText("Stored.");
  await expect(row(page, name)).toContainText("Ada Lovelace");
  await expect(row(page, name)).toContainText("by Grace Hopper until Dec 31, 2099");
  await expect(row(page, name)).toContainText("Review is due");

  await page.getByRole("link", { name }).click();
  await page.getByRole("radio", { name: /^Reduce/ }).check();
  await page.getByLabel("Review on").fill("2099-01-01");
  await page.getByRole("button", { name: "Store" }).click();
  await expect(row(page, name)).toContainText("Reduce");
  await expect(row(page, name)).not.toContainText("Review is due");
  await page.getByRole("link", { name }).click();
  const history = page.getByRole("region", { name: "History of this risk" }).getByRole("row");
  await expect(history).toHaveCount(3);
  await expect(history.nth(1)).toContainText("Reduce");
  await expect(history.nth(2)).toContainText("Accept: by Grace Hopper until Dec 31, 2099");
  await expect(history.nth(2)).toContainText("Low value at stake.");
});

test("the register is taken along as CSV and XLSX, with the words of the page", async ({ page }) => {
  await page.goto(register);
  const saved = async (name: string) => {
    const href = await page.getByRole("main").getByRole("link", { name, exact: true }).getAttribute("href");
    const response = await page.request.get(href ?? "");
    expect(response.status()).toBe(200);
    return response.body();
  };
  const csv = Papa.parse<Record<string, string>>((await saved("CSV")).toString().replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  expect(csv.errors).toEqual([]);
  const workbook = new ExcelJS.Workbook();
  // Its types know an older Buffer.
  await workbook.xlsx.load((await saved("XLSX")) as never);
  const sheet = workbook.getWorksheet("Risk register");
  expect(sheet?.rowCount).toBe(csv.data.length + 1);
  const rows = table(page).getByRole("row");
  await expect(rows).toHaveCount(csv.data.length + 1);
  for (const [place, risk] of csv.data.entries()) {
    const cells = rows.nth(place + 1).getByRole("cell");
    await expect(rows.nth(place + 1).getByRole("rowheader")).toHaveText(risk.title ?? "");
    await expect(cells.nth(0)).toHaveText(risk.inherent ?? "");
    await expect(cells.nth(1)).toHaveText(risk.today ?? "");
    await expect(cells.nth(2)).toHaveText(risk.planned ?? "");
    await expect(cells.nth(3)).toHaveText(risk.owner || "Nobody yet");
    expect(sheet?.getRow(place + 2).getCell(1).value).toBe(risk.title);
  }
  expect(csv.data.filter(({ owner }) => owner === "Ada Lovelace")).toMatchObject([
    { treatment: "Reduce", reviewOn: "2099-01-01", note: "Low value at stake." },
  ]);
  const wrong = await page.request.get(`${register}/export/pdf`);
  expect(wrong.status()).toBe(400);
  const nobody = register.replace(/units\/[^/]+/, "units/no-such-unit");
  expect((await page.request.get(`${nobody}/export/csv`)).status()).toBe(404);
});

test("two people decide about one risk: the second is told", async ({ page, context }) => {
  await page.goto(register);
  await table(page).getByRole("link").nth(1).click();
  await page.getByLabel("Owner").fill("Second");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Owner").fill("First");
  await other.getByRole("button", { name: "Store" }).click();
  await expect(other.getByRole("status")).toContainText("Stored.");
  await page.getByRole("button", { name: "Store" }).click();
  const told = page.getByRole("alert").first();
  await expect(told).toContainText("Somebody has changed this since you opened it.");
  await expect(told).toContainText("Stored now: First");
  await expect(page.getByLabel("Owner")).toHaveValue("Second");
  await other.reload();
  await expect(table(other).getByText("First")).toBeVisible();
  await expect(table(other).getByText("Second")).toHaveCount(0);
  await page.getByRole("button", { name: "Store" }).click();
  await expect(table(page).getByText("Second")).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a risk is accepted", async ({ page }) => {
    await page.goto(register);
    await table(page).getByRole("link").nth(5).click();
    await page.getByRole("radio", { name: /^Accept/ }).check();
    await page.getByLabel("Accepted by (with Accept)").fill("Grace Hopper");
    await page.getByLabel("Accepted until (with Accept)").fill("2098-12-31");
    await page.getByRole("button", { name: "Store" }).click();
    await expect(table(page).getByText("by Grace Hopper until Dec 31, 2098")).toBeVisible();
  });
});
