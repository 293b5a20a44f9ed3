import { buffer } from "node:stream/consumers";
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

test("the workbook tells of each unit that it has written", async () => {
  const told: [number, number][] = [];
  await buffer(renderPortfolioXlsx(aiScaling, units, DATE, (...counts) => told.push(counts)));
  expect(told).toEqual(Array.from({ length: units.length + 1 }, (_, done) => [done, units.length]));
});

test("the statistics of the workbook are formulas that come to the comparison's own", async () => {
  const book = await recalculate(await buffer(renderPortfolioXlsx(aiScaling, units, DATE)));
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

test("of many units the PDF holds the first, says how many are left out, and the workbook holds all", async () => {
  const [unit] = units;
  if (!unit) expect.fail();
  const many = Array.from({ length: 260 }, (_, index) => ({
    ...unit,
    unit: { id: `u${index}`, name: `Plant ${index + 1}.` },
  }));
  const report = portfolioReport({
    organization: "Halden Group",
    framework: aiScaling,
    units: many,
    notCompared: [],
    date: DATE,
  });
  const said = JSON.stringify(report);
  expect(said).toContain("160 more units are in the workbook, in the sheet Units.");
  expect(said).toContain("220 more units are in the workbook, in the sheet Units.");
  const blocks = report.sections.flatMap((section) => section.blocks);
  const rows = blocks.flatMap((block) =>
    block.kind === "table" || block.kind === "bars" ? [block.rows.length] : [],
  );
  expect(Math.max(...rows)).toBe(100);
  const book = await recalculate(await buffer(renderPortfolioXlsx(aiScaling, many, DATE)));
  expect(book.rows("Units")).toHaveLength(261);
  expect(book.rows("Capabilities")).toHaveLength(260 * 30 + 1);
});
