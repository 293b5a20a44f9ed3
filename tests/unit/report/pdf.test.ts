import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { formatRange, formatScore } from "@/lib/format/number";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { gapReport } from "@/lib/report/gap-report";
import type { Assessment } from "@/lib/scoring/assessment";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { renderPdf } from "@/lib/server/report/pdf";
import { answered } from "@/tests/support/answered";
import { type ReadPdf, readPdf } from "@/tests/support/pdf-text";

const SUBMITTED = new Date("2026-11-20T10:00:00Z");

function render(assessment: Assessment, paper: "a4" | "letter" = "a4") {
  const result = evaluate(aiScaling, assessment);
  const report = { framework: aiScaling, assessment, result, assessmentId: "a-1", submittedAt: SUBMITTED };
  return renderPdf(gapReport({ ...report, withAnswers: true }), paper, SUBMITTED);
}

/** Says what is missing without printing the whole report. */
function expectText(text: string | undefined, part: string) {
  expect(text?.includes(part), part).toBe(true);
}

let pdf: ReadPdf;
beforeAll(async () => {
  pdf = await readPdf(await render(answered()));
});

test("every figure of the result stands in the PDF as it does on screen", () => {
  const result = evaluate(aiScaling, answered());
  expectText(pdf.text, OUTCOME_WORDS[result.verdict.outcome]);
  expectText(pdf.pages[0], formatScore(result.readiness.value));
  expectText(pdf.pages[0], formatRange(result.readiness.low, result.readiness.high));
  for (const { score, readiness } of result.areas) {
    expectText(pdf.text, formatScore(score.value));
    expectText(pdf.text, formatScore(readiness.value));
  }
  for (const { gain } of result.gaps) expectText(pdf.text, `${formatScore(gain)} points of readiness`);
});

test("it is tagged, has a language, a title and bookmarks, and no raster image", async () => {
  const { document } = pdf;
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Language: "en-US", Title: "Scaling readiness: gap report: Retail Banking" });
  const outline = await document.getOutline();
  expect(outline.map(({ title }) => title)).toEqual([
    "Summary",
    "Areas and capabilities",
    "Gaps",
    "Risks",
    "Infrastructure",
    "Suitability",
    "Consistency checks",
    "Answers",
    "Method",
  ]);
  for (let number = 1; number <= document.numPages; number += 1) {
    const { fnArray } = await (await document.getPage(number)).getOperatorList();
    expect(fnArray).not.toContain(OPS.paintImageXObject);
  }
});

test("tables and figures are structure that a screen reader can walk", async () => {
  const roles = new Set<string>();
  const walk = (node: { role?: string; children?: unknown[] }) => {
    if (node.role) roles.add(node.role);
    for (const child of node.children ?? []) walk(child as { role?: string; children?: unknown[] });
  };
  for (let number = 1; number <= pdf.document.numPages; number += 1) {
    const tree = await (await pdf.document.getPage(number)).getStructTree();
    if (tree) walk(tree);
  }
  expect([...roles]).toEqual(
    expect.arrayContaining(["H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure"]),
  );
});

test("a note longer than a page goes on on the next, and none of it is lost", async () => {
  const note = Array.from({ length: 500 }, (_, index) => `word${index}`).join(" ");
  const assessment = answered({
    respondents: [{ name: "A", answers: { "people.staffing": { level: 3, note } } }],
  });
  const { text } = await readPdf(await render(assessment, "letter"));
  for (const word of note.split(" ")) expectText(text, word);
});

test("the same result gives the same bytes", async () => {
  const [one, two] = [await render(answered()), await render(answered())];
  expect(one.equals(two)).toBe(true);
});
