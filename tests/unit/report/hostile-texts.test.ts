import { buffer } from "node:stream/consumers";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Framework } from "@/lib/framework/types";
import { makePlan } from "@/lib/planning/engine/make-plan";
import type { PlanFile } from "@/lib/planning/files/plan-table";
import type { Stakeholder } from "@/lib/planning/stakeholders";
import { gapReport } from "@/lib/report/gap-report";
import { planDocument } from "@/lib/report/plan-documents";
import { planIcs } from "@/lib/server/planning/plan-ics";
import { planXlsx } from "@/lib/server/planning/plan-xlsx";
import { renderDocx } from "@/lib/server/report/docx";
import { renderPdf } from "@/lib/server/report/pdf";
import { renderPortfolioXlsx } from "@/lib/server/report/portfolio-xlsx";
import { renderXlsx } from "@/lib/server/report/xlsx";
import { answered } from "../../support/answered";
import { readPdf } from "../../support/pdf-text";
import { planRequest } from "../../support/planning";
import { soundParts } from "../../support/sound-xml";
import { submitted, unitOf } from "../comparison/compared-units";

/** What an earlier version stored and no file may hold. */
const BAD = "\ufffe\uffff\ufdd0\u{1ffff}\ud800x\udc00\0\u0001\u001b\u007f\u0085\r\u2028";
const UNSOUND = /[\ufffd\ufffe\uffff\ufdd0\u0085\u007f\u2028\p{Cs}]|[^\P{Cc}\t\r\n]/u;

type Named = { [key: string]: unknown };

/** The value with hostile characters around and within each text that `isText` takes for one. */
function spoiled<Value>(value: Value, isText: (text: string, key: string) => boolean): Value {
  const spoil = (one: unknown, key: string): unknown => {
    if (typeof one === "string") return isText(one, key) ? `${BAD}${one}${BAD}` : one;
    if (Array.isArray(one)) return one.map((item) => spoil(item, key));
    if (typeof one !== "object" || one === null || one instanceof Date) return one;
    return Object.fromEntries(
      Object.entries(one as Named).map(([name, inner]) => [name, spoil(inner, name)]),
    );
  };
  return spoil(value, "") as Value;
}

/** Keys are of small letters, and what people read begins with a capital or is several words. */
const spoiledFramework: Framework = spoiled(aiScaling, (text) => /^[A-Z]|\s/.test(text));

const CREATED = new Date("2026-11-25T10:00:00Z");
const unit = { ...answered().unit, name: `Retail${BAD}Banking` };
const assessment = answered({
  unit,
  respondents: [
    {
      name: `A${BAD}`,
      answers: { "people.staffing": { level: 3, note: `n${BAD}`, evidence: [`https://example.com/${BAD}`] } },
    },
  ],
});
const result = evaluate(spoiledFramework, assessment);

const stakeholder: Stakeholder = {
  group: `Unions${BAD}`,
  influence: 5,
  support: 2,
  barrier: null,
  engagement: `Talk${BAD}`,
  owner: `Ada${BAD}`,
  activities: {
    training: {
      what: `A course${BAD}`,
      channel: `Mail${BAD}`,
      rhythm: "ongoing",
      from: "foundation",
      to: "foundation",
      by: `Ada${BAD}`,
    },
  },
};
const request = planRequest(spoiledFramework, {
  assessments: [assessment, answered({ unit: { ...unit, name: `Claims${BAD}` } })],
  targetVerdict: null,
  stakeholders: [stakeholder],
  assigned: [{ unit: `Claims${BAD}`, action: "ai-platform.to-4", person: `Ada${BAD}` }],
});
const file: PlanFile = {
  id: "019a0000-0000-7000-8000-000000000003",
  name: `Plan${BAD}`,
  revision: 3,
  signedOff: { by: `Marie${BAD}`, at: CREATED },
  updatedAt: CREATED,
  framework: spoiledFramework,
  request,
  // Closing every gap asks nothing of a solver.
  plan: makePlan(spoiledFramework, request, () => null),
};

/** Reports whose every text is hostile: titles, properties, footers, cells, captions, labels, alternatives. */
const isShown = (_: string, key: string) => key !== "kind";
const reports = [
  spoiled(planDocument("strategy", file), isShown),
  spoiled(
    gapReport({
      framework: spoiledFramework,
      assessment,
      result,
      assessmentId: "a",
      submittedAt: CREATED,
      withAnswers: true,
    }),
    isShown,
  ),
];

test.each(reports)(
  "a Word file of hostile texts is sound XML, its properties included: %#",
  async (report) => {
    const parts = await soundParts(await renderDocx(report, CREATED));
    expect(parts.get("docProps/core.xml")).toContain(`x`);
    for (const [name, text] of parts) expect(UNSOUND.exec(text), name).toBeNull();
  },
);

test.each(reports)("a PDF of hostile texts shows, names and bookmarks none of it: %#", async (report) => {
  const { document, text } = await readPdf(await renderPdf(report, "a4", CREATED));
  const { info } = await document.getMetadata();
  const outline = await document.getOutline();
  for (const said of [text, (info as { Title: string }).Title, ...outline.map(({ title }) => title)])
    expect(UNSOUND.exec(said)).toBeNull();
});

const workbooks = {
  "gap report": () =>
    renderXlsx({
      framework: spoiledFramework,
      assessment,
      result,
      assessmentId: `a${BAD}`,
      submittedAt: CREATED,
    }),
  plan: () => planXlsx(file),
  comparison: () => {
    const compared = [unitOf(unit.name, submitted(3)), unitOf(`Claims${BAD}`, submitted(5))];
    return buffer(renderPortfolioXlsx(spoiledFramework, compared, CREATED));
  },
};

test.each(Object.entries(workbooks))("a workbook of hostile texts is sound XML: %s", async (_, render) => {
  const parts = await soundParts(await render());
  expect([...parts.keys()]).toEqual(
    expect.arrayContaining(["docProps/core.xml", "xl/worksheets/sheet1.xml"]),
  );
  for (const [name, text] of parts) expect(UNSOUND.exec(text), name).toBeNull();
});

test("a calendar of hostile texts is one to a strict parser, and holds no control", () => {
  const text = planIcs(file);
  expect(UNSOUND.exec(text)).toBeNull();
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  ICAL.design.strict = true;
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  expect(events.length).toBeGreaterThan(file.plan.items.length);
  for (const event of events) expect(event.getFirstPropertyValue("summary")).not.toBe("");
});

test("a cell of a workbook holds no more than Excel reads", async () => {
  const evidence = Array.from(
    { length: 20 },
    (_, index) => `https://example.com/${index}/${"a".repeat(1970)}`,
  );
  const answers = { "people.staffing": { level: 3, evidence } } as const;
  const long = answered({ respondents: [{ name: "A", answers }] });
  const given = { framework: aiScaling, assessment: long, result: evaluate(aiScaling, long) };
  const parts = await soundParts(await renderXlsx({ ...given, assessmentId: "a", submittedAt: CREATED }));
  const texts = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<t[^>]*>([^<]*)<\/t>/g)];
  const longest = Math.max(...texts.map(([, text]) => text?.length ?? 0));
  expect(longest).toBe(32_767);
});
