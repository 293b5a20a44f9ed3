import ExcelJS from "exceljs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { outlookOf } from "@/lib/planning/engine/outlook";
import { weeksInWords } from "@/lib/planning/weeks";
import type { RiskEntry } from "@/lib/risk-register/entry";
import type { Register } from "@/lib/risk-register/register";
import { registerCsv } from "@/lib/risk-register/register-table";
import { RATING_WORDS } from "@/lib/scoring/result-words";
import { registerXlsx } from "@/lib/server/risk-register/register-xlsx";
import { answered } from "../../support/answered";
import { planRequest } from "../../support/planning";

const NOW = new Date("2026-11-25T10:00:00Z");
const assessment = answered();
const request = planRequest(aiScaling, { assessments: [assessment], targetVerdict: null });
// Closing every gap asks nothing of a solver.
const { risks: outlooks } = outlookOf(
  aiScaling,
  assessment,
  makePlan(aiScaling, request, () => null),
);
const accepted: RiskEntry = {
  ...{ risk: outlooks[0]?.key ?? "", revision: 2, createdAt: new Date("2026-11-20T23:30:00Z") },
  ...{ owner: "=cmd()", treatment: "accept", acceptedBy: "Grace; Hopper", acceptedUntil: "2026-11-24" },
  ...{ contingency: "Call,\nthen write", indicator: "", reviewOn: "2027-01-01", note: "+1" },
};
const register: Register = {
  unitName: "Zürich",
  framework: aiScaling,
  planName: "To expansion",
  risks: outlooks.map((outlook, place) => ({
    now: outlook.now,
    outlook,
    entries: place === 0 ? [accepted, { ...accepted, revision: 1, owner: "Before" }] : [],
  })),
};
const unplanned: Register = {
  ...register,
  planName: null,
  risks: register.risks.map((risk) => ({ ...risk, outlook: null })),
};

const rows = (csv: string) => {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

test("CSV: every risk in the register's order, with its ratings and what the plan does", () => {
  const table = rows(registerCsv(register, "2026-11-25"));
  expect(table).toHaveLength(outlooks.length);
  expect(outlooks.some(({ items }) => items.length > 0)).toBe(true);
  for (const [place, { key, now, planned, items, missing }] of outlooks.entries()) {
    const row = table[place];
    expect(row).toMatchObject({
      risk: key,
      likelihood: String(now.likelihood),
      impact: String(now.impact),
      inherent: RATING_WORDS[now.inherent],
      today: RATING_WORDS[now.rating],
      planned: RATING_WORDS[planned.rating],
      plan: "To expansion",
    });
    const lines = (text = "") => (text === "" ? [] : text.split("\n"));
    expect(lines(row?.mitigations).map((line) => /\((.*)\)$/.exec(line)?.[1])).toEqual(
      items.map(weeksInWords),
    );
    expect(lines(row?.notPlanned)).toHaveLength(missing.length);
  }
});

test("CSV: what was decided last, the framework's words where nothing is written; nothing runs as a formula", () => {
  const [first, second] = rows(registerCsv(register, "2026-11-25"));
  const about = (place: number) => aiScaling.risks.find(({ key }) => key === outlooks[place]?.key);
  expect(first).toMatchObject({
    ...{ owner: "'=cmd()", treatment: "Accept", acceptedBy: "Grace; Hopper", acceptedUntil: "2026-11-24" },
    ...{ contingency: "Call,\nthen write", indicator: about(0)?.indicator, reviewOn: "2027-01-01" },
    ...{ due: "Acceptance has run out", note: "'+1", revision: "2", changed: "2026-11-20" },
  });
  expect(second).toMatchObject({
    ...{ owner: "", treatment: "", contingency: about(1)?.contingency, due: "", revision: "0", changed: "" },
  });
});

test("without a plan nothing is said of one, and all mitigations stand there", () => {
  for (const row of rows(registerCsv(unplanned, "2026-11-25"))) {
    expect(row).toMatchObject({ plan: "", planned: "", likelihoodPlanned: "", notPlanned: "" });
    const all = aiScaling.risks.find(({ key }) => key === row.risk)?.mitigations ?? [];
    expect(row.mitigations?.split("\n")).toHaveLength(all.length);
  }
});

test("XLSX: the same cells as the table", async () => {
  const workbook = new ExcelJS.Workbook();
  // Its types know an older Buffer.
  await workbook.xlsx.load((await registerXlsx(register, NOW)) as never);
  const sheet = workbook.getWorksheet("Risk register");
  expect(sheet?.rowCount).toBe(outlooks.length + 1);
  const titles = ((sheet?.getRow(1).values ?? []) as string[]).slice(1);
  const cell = (row: number, title: string) => sheet?.getRow(row).getCell(titles.indexOf(title) + 1).value;
  const table = rows(registerCsv(register, "2026-11-25"));
  for (const [place, row] of table.entries()) {
    expect(cell(place + 2, "Risk")).toBe(row.title);
    expect(String(cell(place + 2, "Likelihood"))).toBe(row.likelihood);
    expect(cell(place + 2, "Today")).toBe(row.today);
    expect(cell(place + 2, "As planned")).toBe(row.planned);
    expect(cell(place + 2, "Mitigations")).toBe(row.mitigations);
  }
  expect(cell(2, "Owner")).toBe("'=cmd()");
});
