import Papa from "papaparse";
import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { reportCsv } from "@/lib/report/csv";
import { attachment, fileName } from "@/lib/report/file-name";
import { reportJson } from "@/lib/report/json";
import { answered } from "@/tests/support/answered";

const assessment = answered();
const result = evaluate(aiScaling, assessment);

test("the CSV holds every capability with its unrounded figures", () => {
  const text = reportCsv(aiScaling, assessment, result);
  expect(text.startsWith("\uFEFF")).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  const figures = result.areas.flatMap(({ capabilities }) => capabilities);
  expect(data.map(({ capability }) => capability)).toEqual(figures.map(({ key }) => key));
  for (const [index, { level, score, attainment, gap, gain }] of figures.entries()) {
    const row = data[index];
    const read = [row?.level, row?.score, row?.attainment, row?.gap, row?.gain];
    expect(read.map((cell) => (cell ? Number(cell) : null))).toEqual([level, score, attainment, gap, gain]);
  }
});

test("a unit's name that looks like a formula stays text in the CSV", () => {
  const unit = { ...assessment.unit, name: "=1+1" };
  const text = reportCsv(aiScaling, { ...assessment, unit }, result);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(data[0]?.unit).toBe("'=1+1");
});

test("the JSON is the assessment and its result, to the last digit", () => {
  expect(JSON.parse(reportJson(assessment, result))).toEqual(
    JSON.parse(JSON.stringify({ assessment, result })),
  );
});

test("files are named so that people find them again", () => {
  const date = new Date("2026-11-24T23:30:00Z");
  expect(fileName("Retail Banking (EMEA)", "gap report expansion", date, "pdf")).toBe(
    "retail-banking-emea-gap-report-expansion-2026-11-24.pdf",
  );
  expect(fileName("../../etc", "gap report", date, "csv")).toBe("etc-gap-report-2026-11-24.csv");
  expect(attachment("łódź.pdf")).toBe(
    `attachment; filename="__d_.pdf"; filename*=UTF-8''%C5%82%C3%B3d%C5%BA.pdf`,
  );
});
