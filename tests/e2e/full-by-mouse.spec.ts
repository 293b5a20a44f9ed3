import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { formatRange, formatScore } from "@/lib/format/number";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Answer } from "@/lib/scoring/assessment";
import { CONDITIONS, WARNINGS } from "@/lib/scoring/assessment";
import type { CapabilityResult, Result } from "@/lib/scoring/result";
import { CONDITION_QUESTIONS, WARNING_QUESTIONS } from "@/lib/scoring/words";
import { readPdf } from "../support/pdf-text";
import { recalculate } from "../support/recalculate";
import { expect, test } from "../support/test";

const UNIT = "Coastal Retail";
const NOTE = "Two of five teams ship on the shared platform; the others follow in spring.";
const LINK = "https://wiki.example.com/platform";
const ROOT = path.resolve(import.meta.dirname, "../..");

// One assessment, answered first, then read in every form there is.
test.describe.configure({ mode: "serial" });

let address = "";
const assessment = () => address.split("/").at(-1) ?? "";

const questionsOf = (area: string) =>
  aiScaling.areas
    .filter(({ key }) => key === area)
    .flatMap(({ capabilities }) => capabilities.flatMap(({ questions }) => questions));

const card = (page: Page, question: string) => page.locator(`[data-question="${question}"]`);
const level = (page: Page, question: string, value: number) =>
  card(page, question).locator(`input[value="${value}"]`);

/** Levels all over the scale, so that no two areas agree by chance. */
const levelAt = (index: number) => ([2, 4, 3, 5, 1, 4, 3] as const)[index % 7] ?? 3;

test("a full assessment is answered with the mouse, and survives a reload in the middle", async ({
  page,
}) => {
  await page.goto("/my-organization/assessments/new");
  await page.getByLabel("Name of the unit").fill(UNIT);
  await page.getByRole("radio", { name: /^Full/ }).check();
  await page.getByRole("radio", { name: /^Expansion/ }).check();
  await page.getByLabel("Works under sector regulation").check();
  await page.getByLabel("Units in scope").fill("12");
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: UNIT })).toBeVisible();
  address = new URL(page.url()).pathname;

  const questions = questionsOf("technical").map(({ key }) => key);
  const [noted = "", skipped = "", unsure = "", ...others] = questions;
  const half = others.slice(0, Math.floor(others.length / 2));
  const rest = others.slice(half.length);
  await page.getByRole("link", { name: "Technical" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Technical" })).toBeVisible();

  await test.step("with a note, evidence and certainty", async () => {
    const question = card(page, noted);
    await level(page, noted, 3).check();
    await question.getByText("Note, evidence and certainty").click();
    await question.getByLabel("Note", { exact: true }).fill(NOTE);
    await question.getByLabel("Evidence link").fill(LINK);
    await question.getByRole("button", { name: "Add link" }).click();
    await expect(question.getByRole("link", { name: LINK })).toBeVisible();
    await question.getByLabel("How sure are you?").selectOption({ label: "Verified: evidence seen" });
  });

  await test.step("not applicable with its reason, and don't know", async () => {
    await card(page, skipped).getByRole("radio", { name: "Not applicable" }).check();
    await card(page, skipped).getByRole("radio", { name: "Out of scope" }).check();
    await card(page, unsure).getByRole("radio", { name: "Don't know" }).check();
  });

  for (const [index, question] of half.entries()) await level(page, question, levelAt(index)).check();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.reload();

  await test.step("everything is still there", async () => {
    await expect(level(page, noted, 3)).toBeChecked();
    await expect(card(page, noted).getByLabel("Note", { exact: true })).toHaveValue(NOTE);
    await expect(card(page, noted).getByRole("link", { name: LINK })).toBeVisible();
    await expect(card(page, noted).getByLabel("How sure are you?")).toHaveValue("verified");
    await expect(card(page, skipped).getByRole("radio", { name: "Not applicable" })).toBeChecked();
    await expect(card(page, skipped).getByRole("radio", { name: "Out of scope" })).toBeChecked();
    await expect(card(page, unsure).getByRole("radio", { name: "Don't know" })).toBeChecked();
    for (const [index, question] of half.entries())
      await expect(level(page, question, levelAt(index))).toBeChecked();
    for (const question of rest) await expect(card(page, question).locator("input:checked")).toHaveCount(0);
  });

  for (const [index, question] of rest.entries()) await level(page, question, levelAt(index + 2)).check();
  // Don't know is an answer that leaves the question open.
  await expect(
    page.getByText(`${questions.length - 1} of ${questions.length} questions answered`),
  ).toBeVisible();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
});

// The way from a click to a stored answer is shown with the first area: the same again, 48 times, would show no more.
test("the other four areas are answered through the API", async ({ page, app }) => {
  const questions = ["organizational", "process", "governance", "resources"].flatMap(questionsOf);
  expect(questions.length + questionsOf("technical").length).toBe(60);
  for (const [index, { key }] of questions.entries()) {
    const answer: Answer =
      index === 5
        ? { dontKnow: true }
        : { level: levelAt(index), ...(index % 4 === 0 && { note: `Seen, ${index}` }) };
    const response = await page.request.put(
      `/api/v1/my-organization/assessments/${assessment()}/answers/${key}`,
      { data: answer, headers: { Origin: app.url, "If-Match": '"0"', "Idempotency-Key": randomUUID() } },
    );
    expect(response.status(), key).toBe(200);
  }
});

test("it is reviewed, changed once more and submitted", async ({ page }) => {
  await page.goto(`${address}/suitability`);
  for (const key of CONDITIONS) {
    const words = key === "resources" ? "No" : "Yes";
    await page
      .getByRole("group", { name: CONDITION_QUESTIONS[key] })
      .getByRole("radio", { name: words, exact: true })
      .check();
  }
  for (const key of WARNINGS) {
    await page
      .getByRole("group", { name: WARNING_QUESTIONS[key] })
      .getByRole("radio", { name: "No", exact: true })
      .check();
  }
  await expect(page.getByText("10 of 10 answered")).toBeVisible();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();

  await page.goto(`${address}/review`);
  await expect(page.getByText("2 questions are open")).toBeVisible();
  await expect(page.getByRole("main").getByText(NOTE)).toBeVisible();
  const changed = questionsOf("technical").at(-1);
  if (!changed) throw new Error("The area asks nothing");
  await page.getByRole("link", { name: `Change: ${changed.text}` }).click();
  await expect(page).toHaveURL(new RegExp(`/questions/technical\\?from=review#${changed.key}$`));
  await expect(card(page, changed.key)).toBeInViewport();
  await level(page, changed.key, 5).check();
  await page.getByRole("link", { name: "Back to review" }).click();
  const row = page.getByRole("definition").filter({ hasText: changed.levels[4] });
  await expect(row.first()).toBeVisible();
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await page.getByRole("button", { name: "Not yet" }).click();
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await page.getByRole("button", { name: "Submit and see the result" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${UNIT}: result` })).toBeVisible();
  await expect(page).toHaveURL(`${address}/results`);
});

test("every figure is the same on the page, in the API, in each export and from the command line", async ({
  page,
}, testInfo) => {
  const response = await page.request.get(`/api/v1/my-organization/assessments/${assessment()}/result`);
  const text = await response.text();
  const result: Result = JSON.parse(text);
  const capabilities = result.areas.flatMap((area) => area.capabilities);
  await page.goto(`${address}/results`);

  await test.step("page", async () => {
    const shown = await page
      .locator("[data-figure]:not([data-figure^=what-if])")
      .evaluateAll((all) => all.map((one) => [one.getAttribute("data-figure"), one.textContent]));
    expect(Object.fromEntries(shown)).toEqual(figuresOf(result));
    expect(shown).toHaveLength(3 + 2 * 5 + capabilities.length);
  });

  const download = async (name: string, file: string) => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name, exact: true }).click();
    const saved = testInfo.outputPath(file);
    await (await downloading).saveAs(saved);
    return readFile(saved);
  };

  await test.step("JSON, and the command line on its assessment", async () => {
    const exported = JSON.parse((await download("JSON", "report.json")).toString());
    expect(JSON.stringify(exported.result)).toBe(text);
    const file = testInfo.outputPath("assessment.json");
    await writeFile(file, JSON.stringify(exported.assessment));
    const { stdout } = await promisify(execFile)("npm", ["run", "-s", "score", "--", file], { cwd: ROOT });
    expect(stdout).toBe(`${text}\n`);
  });

  await test.step("CSV", async () => {
    const csv = (await download("CSV", "report.csv")).toString();
    const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
      header: true,
      skipEmptyLines: true,
    });
    const numbers = ["level", "required", "score", "attainment", "gap", "gain"] as const;
    expect(
      data.map((row) => [row.capability, ...numbers.map((name) => (row[name] ? Number(row[name]) : null))]),
    ).toEqual(capabilities.map((one) => [one.key, ...numbers.map((name) => one[name])]));
    expect(new Set(data.map(({ unit }) => unit))).toEqual(new Set([UNIT]));
  });

  await test.step("XLSX, computed again from its formulas", async () => {
    const workbook = await recalculate(await download("XLSX", "report.xlsx"));
    const found: Record<string, string> = {
      readiness: score(workbook.value("Summary", "B9")),
      "readiness-bounds": formatRange(
        numberOf(workbook.value("Summary", "B10")),
        numberOf(workbook.value("Summary", "B11")),
      ),
      score: score(workbook.value("Summary", "B12")),
    };
    for (const row of workbook.rows("Areas").slice(1)) {
      found[`score-${row[0]}`] = score(row[3]);
      found[`readiness-${row[0]}`] = score(row[6]);
    }
    for (const row of workbook.rows("Capabilities").slice(1)) found[`gain-${row[0]}`] = score(row[15]);
    expect(found).toEqual(figuresOf(result));
  });

  await test.step("PDF", async () => {
    const { text: pdf } = await readPdf(await download("Gap report (PDF)", "report.pdf"));
    const flat = pdf.replace(/\s/g, "");
    const says = (...parts: string[]) => expect(flat).toContain(parts.join("").replace(/\s/g, ""));
    const { readiness, score: own } = result;
    says("Readiness for expansion", formatScore(readiness.value));
    says("could be", formatRange(readiness.low, readiness.high));
    says("Score", formatScore(own.value));
    for (const area of result.areas) {
      const title = aiScaling.areas.find(({ key }) => key === area.key)?.title ?? "";
      const bars = [title, formatScore(area.score.value), formatRange(area.score.low, area.score.high)];
      says(...bars);
      const row = new RegExp(
        [...bars, "[A-Za-z ]+", area.readiness.value, formatRange(area.readiness.low, area.readiness.high)]
          .map((part) => (typeof part === "number" ? formatScore(part) : String(part)).replace(/\s/g, ""))
          .join(""),
      );
      expect(flat).toMatch(row);
    }
    for (const capability of capabilities) expect(flat).toMatch(rowOf(capability));
  });
});

/** Every figure of the results page under its name, rounded for people. */
function figuresOf({ readiness, score: own, areas }: Result): Record<string, string> {
  return Object.fromEntries([
    ["readiness", formatScore(readiness.value)],
    ["readiness-bounds", formatRange(readiness.low, readiness.high)],
    ["score", formatScore(own.value)],
    ...areas.flatMap((area) => [
      [`readiness-${area.key}`, formatScore(area.readiness.value)],
      [`score-${area.key}`, formatScore(area.score.value)],
      ...area.capabilities.map(({ key, gain }) => [`gain-${key}`, formatScore(gain)]),
    ]),
  ]);
}

const numberOf = (cell: unknown) => (typeof cell === "number" ? cell : null);
const score = (cell: unknown) => formatScore(numberOf(cell));

/** The line of a capability in the PDF, from its title to its gain. */
function rowOf({ key, score: own, gain }: CapabilityResult): RegExp {
  const title = aiScaling.areas
    .flatMap(({ capabilities }) => capabilities)
    .find((one) => one.key === key)?.title;
  const plain = (words: string) => words.replace(/\s/g, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    `${plain(title ?? "")}(\\(gating\\))?[\\d.–]+(None|Minor|Moderate|Major|Critical|–)${plain(formatScore(own))}${plain(formatScore(gain))}`,
  );
}
