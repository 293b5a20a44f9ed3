import readSheets from "read-excel-file/node";
import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Assessment } from "@/lib/scoring/assessment";
import type { Result } from "@/lib/scoring/result";
import { OUTCOME_WORDS, RATING_WORDS, SEVERITY_WORDS } from "@/lib/scoring/result-words";
import { renderXlsx } from "@/lib/server/report/xlsx";
import { answered } from "@/tests/support/answered";
import { type Recalculated, recalculate } from "@/tests/support/recalculate";

const SUBMITTED = new Date("2026-11-20T10:00:00Z");

async function workbookOf(assessment: Assessment) {
  const result = evaluate(aiScaling, assessment);
  const file = await renderXlsx({
    framework: aiScaling,
    assessment,
    result,
    assessmentId: "a1",
    submittedAt: SUBMITTED,
  });
  return { result, file };
}

function expectFigures(book: Recalculated, result: Result) {
  const near = (sheet: string, cell: string, figure: number | null) => {
    if (figure === null) expect(book.value(sheet, cell), `${sheet} ${cell}`).toBe("");
    else expect(book.value(sheet, cell), `${sheet} ${cell}`).toBeCloseTo(figure, 9);
  };
  expect(book.value("Summary", "B8")).toBe(OUTCOME_WORDS[result.verdict.outcome]);
  near("Summary", "B9", result.readiness.value);
  near("Summary", "B12", result.score.value);
  near("Summary", "B15", result.completeness);
  for (const [index, area] of result.areas.entries()) {
    near("Areas", `D${index + 2}`, area.score.value);
    near("Areas", `G${index + 2}`, area.readiness.value);
  }
  for (const [index, capability] of result.areas.flatMap(({ capabilities }) => capabilities).entries()) {
    near("Capabilities", `K${index + 2}`, capability.level);
    near("Capabilities", `L${index + 2}`, capability.score);
    near("Capabilities", `M${index + 2}`, capability.attainment);
    near("Capabilities", `N${index + 2}`, capability.gap);
    near("Capabilities", `P${index + 2}`, capability.gain);
    expect(book.value("Capabilities", `O${index + 2}`)).toBe(
      capability.severity ? SEVERITY_WORDS[capability.severity] : "",
    );
  }
  const risks = new Map(result.risks.map((risk) => [risk.key, risk]));
  for (const [key, , likelihood, impact, rating] of book.rows("Risks").slice(1)) {
    const risk = risks.get(String(key));
    expect([likelihood, impact, rating]).toEqual([
      risk?.likelihood,
      risk?.impact,
      risk && RATING_WORDS[risk.rating],
    ]);
  }
}

test("another engine computes the same figures from the formulas alone", async () => {
  for (const assessment of [answered(), answered({ depth: "quick", targetPhase: "maturity" })]) {
    const { result, file } = await workbookOf(assessment);
    expectFigures(await recalculate(file), result);
  }
});

test("a level changed on Answers moves every figure as a new evaluation would", async () => {
  const assessment = answered();
  const { file } = await workbookOf(assessment);
  const book = await recalculate(file);
  const row = book.rows("Answers").findIndex(([, , key]) => key === "budget.multi-year") + 1;
  book.set("Answers", `F${row}`, 5);
  const [respondent] = assessment.respondents;
  const answers = { ...respondent?.answers, "budget.multi-year": { level: 5 as const } };
  expectFigures(book, evaluate(aiScaling, { ...assessment, respondents: [{ name: "Assessor", answers }] }));
});

test("the stored results are the figures, for readers that do not compute", async () => {
  const { result, file } = await workbookOf(answered());
  const sheets = await readSheets(file);
  const summary = sheets.find(({ sheet }) => sheet === "Summary")?.data ?? [];
  expect(summary[8]?.[1]).toBeCloseTo(result.readiness.value ?? Number.NaN, 9);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(
    expect.arrayContaining(["Summary", "Areas", "Capabilities", "Gaps", "Risks", "Answers"]),
  );
  const gaps = sheets.find(({ sheet }) => sheet === "Gaps")?.data ?? [];
  expect(gaps.slice(1).map(([key]) => key)).toEqual(result.gaps.map(({ capability }) => capability));
});

test("text that looks like a formula stays text", async () => {
  const answers = { "people.staffing": { level: 3 as const, note: '=HYPERLINK("https://example.com")' } };
  const unit = { name: "@SUM(1)", regulated: false, unitsInScope: 1, processesInScope: 1 };
  const { file } = await workbookOf(answered({ unit, respondents: [{ name: "Assessor", answers }] }));
  const book = await recalculate(file);
  expect(book.value("Summary", "B2")).toBe("'@SUM(1)");
  expect(book.rows("Answers").flat()).toContain('\'=HYPERLINK("https://example.com")');
});
