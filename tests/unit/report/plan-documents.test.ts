import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { formatDay } from "@/lib/format/date";
import { formatLevel, formatScore } from "@/lib/format/number";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { capabilityTitle, lookUp } from "@/lib/framework/lookup";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { outlookOf } from "@/lib/planning/engine/outlook";
import type { PlanFile } from "@/lib/planning/files/plan-table";
import { STATUS_WORDS } from "@/lib/planning/reading/plan-words";
import { PLAN_DOCUMENTS, type PlanDocument, planDocument } from "@/lib/report/plan-documents";
import { RATING_WORDS } from "@/lib/scoring/result-words";
import { renderDocx } from "@/lib/server/report/docx";
import { renderPdf } from "@/lib/server/report/pdf";
import { answered } from "../../support/answered";
import { readPdf } from "../../support/pdf-text";
import { planRequest } from "../../support/planning";
import { soundParts } from "../../support/sound-xml";

const NAME = `Retail & <Banking>, "Zürich" 中文`;
const unit = { ...answered().unit, name: NAME };
const request = planRequest(aiScaling, {
  assessments: [answered({ unit, targetPhase: "maturity" }), answered({ unit: { ...unit, name: "Claims" } })],
  targetVerdict: null,
  budget: { currency: "USD", amount: null, ratePerWeek: { "data-lead": 2500 } },
});
// Closing every gap asks nothing of a solver.
const plan = makePlan(aiScaling, request, () => null);
const file: PlanFile = {
  id: "019a0000-0000-7000-8000-000000000003",
  name: "To maturity & beyond",
  revision: 3,
  signedOff: { by: "Marie Curie", at: new Date("2026-11-25T10:00:00Z") },
  updatedAt: new Date("2026-11-25T10:00:00Z"),
  framework: aiScaling,
  request,
  plan,
};
const lookup = lookUp(aiScaling);
const outlooks = request.assessments.map((assessment) => outlookOf(aiScaling, assessment, plan));

/** All that a document says, with single blanks. */
function textOf(document: PlanDocument): string {
  return JSON.stringify(planDocument(document, file));
}

/** Says what is missing without printing the whole document. */
function expectAll(text: string, parts: readonly string[]) {
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
}

const said = (text: string) => JSON.stringify(text).slice(1, -1);

test("strategy: every action, milestone, unit and figure of the plan", () => {
  const text = textOf("strategy");
  expectAll(
    text,
    plan.items.map(({ action }) => said(lookup.actions.get(action)?.title ?? "")),
  );
  expectAll(
    text,
    plan.milestones.map(({ title }) => said(title)),
  );
  expectAll(
    text,
    plan.units.flatMap(({ name, readinessNow, readinessPlanned }) => [
      said(name),
      formatScore(readinessNow),
      formatScore(readinessPlanned),
    ]),
  );
  expectAll(text, Object.values(plan.approach.scores).map(formatScore));
  expectAll(text, [
    `USD ${Math.round(plan.cost.amount ?? 0).toLocaleString("en-US")}`,
    "by Marie Curie, Nov 25, 2026",
  ]);
  expectAll(
    text,
    outlooks.flatMap(({ risks }) => risks.map(({ planned }) => RATING_WORDS[planned.rating])),
  );
});

test("infrastructure and change: levels, states and what is done, as on the pages", () => {
  const all = textOf("infrastructure");
  const change = textOf("change");
  for (const { infrastructures } of outlooks) {
    for (const { key, readinessPlanned, capabilities } of infrastructures) {
      const texts = key === "change" ? [all, change] : [all];
      for (const text of texts) {
        expectAll(text, [`${formatScore(readinessPlanned)} as planned`]);
        for (const capability of capabilities) {
          const row = [
            capabilityTitle(lookup, capability.key),
            formatLevel(capability.levelNow),
            formatLevel(capability.levelPlanned),
            String(capability.required),
          ];
          expect(text).toContain(JSON.stringify(row).slice(0, -1));
          expect(text).toContain(STATUS_WORDS[capability.status]);
        }
      }
    }
  }
});

test("readiness: the verdict and every gap of each unit", () => {
  const text = textOf("readiness");
  expectAll(
    text,
    request.assessments.map((assessment) => said(`${assessment.unit.name}: gaps`)),
  );
  expectAll(
    text,
    plan.units.map(({ readinessPlanned }) => formatScore(readinessPlanned)),
  );
});

describe.each(Object.keys(PLAN_DOCUMENTS) as PlanDocument[])("%s", (document) => {
  const report = planDocument(document, file);

  test("is a Word file whose parts are sound XML, and whose text a reader finds", async () => {
    const buffer = await renderDocx(report, file.updatedAt);
    const parts = await soundParts(buffer);
    expect([...parts.keys()]).toEqual(
      expect.arrayContaining(["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"]),
    );
    const { value: html, messages } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: ["p[style-name='Title'] => p.title:fresh"] },
    );
    expect(messages).toEqual([]);
    const { value: text } = await mammoth.extractRawText({ buffer });
    expectAll(text, [file.name, NAME, report.headline, ...report.sections.map(({ title }) => title)]);
    const tables = report.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === "table");
    expect(html.match(/<table>/g)?.length).toBeGreaterThanOrEqual(tables.length);
    expect(html.match(/<h1>/g)).toHaveLength(report.sections.length);
  });

  test("is a PDF with a bookmark for each section", async () => {
    const pdf = await readPdf(await renderPdf(report, "a4", file.updatedAt));
    const outline = await pdf.document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(report.sections.map(({ title }) => title));
    expect(pdf.text).toContain(formatDay(file.updatedAt));
  });
});
