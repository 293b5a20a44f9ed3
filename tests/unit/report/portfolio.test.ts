import { expect, test } from "vitest";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import { distributionOf } from "@/lib/comparison/distribution";
import { evaluate } from "@/lib/evaluation/evaluate";
import { formatScore } from "@/lib/format/number";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { PHASES } from "@/lib/framework/types";
import { portfolioReport } from "@/lib/report/portfolio-report";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { renderPdf } from "@/lib/server/report/pdf";
import { renderPortfolioXlsx } from "@/lib/server/report/portfolio-xlsx";
import { answered } from "@/tests/support/answered";
import { readPdf } from "@/tests/support/pdf-text";
import { recalculate } from "@/tests/support/recalculate";

const DATE = new Date("2026-11-24T10:00:00Z");

const units = PHASES.map((targetPhase, index): ComparedUnit => {
  const result = evaluate(aiScaling, answered({ targetPhase }));
  const latest = {
    assessmentId: `a${index}`,
    depth: "full" as const,
    targetPhase,
    submittedAt: DATE,
    result,
  };
  return { unit: { id: `u${index}`, name: `Unit ${targetPhase}` }, latest, previous: null };
});

test("the portfolio PDF names every unit with its verdict and readiness", async () => {
  const report = portfolioReport({
    organization: "Halden Group",
    framework: aiScaling,
    units,
    notCompared: [{ unit: { id: "u9", name: "Port Operations" }, reason: "notAssessed" }],
    date: DATE,
  });
  const { text } = await readPdf(await renderPdf(report, "a4", DATE));
  for (const { unit, latest } of units) {
    for (const part of [
      unit.name,
      OUTCOME_WORDS[latest.result.verdict.outcome],
      formatScore(latest.result.readiness.value),
    ]) {
      expect(text.includes(part), part).toBe(true);
    }
  }
  expect(text.includes("Port Operations: no submitted assessment")).toBe(true);
});

test("the statistics of the workbook are formulas that come to the comparison's own", async () => {
  const book = await recalculate(await renderPortfolioXlsx(aiScaling, units, DATE));
  const distribution = distributionOf(units.flatMap(({ latest }) => latest.result.readiness.value ?? []));
  const [, readiness] = book.rows("Statistics");
  const { lowest, lowerQuartile, median, upperQuartile, highest, spread } = distribution ?? {};
  for (const [index, figure] of [lowest, lowerQuartile, median, upperQuartile, highest, spread].entries()) {
    expect(readiness?.[index + 1]).toBeCloseTo(figure ?? Number.NaN, 9);
  }
  expect(
    book
      .rows("Units")
      .slice(1)
      .map(([name]) => name),
  ).toEqual(units.map(({ unit }) => unit.name));
});
