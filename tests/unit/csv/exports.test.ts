import Papa from "papaparse";
import { expect, test } from "vitest";
import { answersCsv } from "@/lib/assessments/answer-csv";
import { parseDraftTable } from "@/lib/assessments/draft-table";
import { quoteFormulas, unquoteFormulas } from "@/lib/csv/formula";
import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { inventoryCsv, inventoryRows, parseInventoryTable } from "@/lib/inventory/inventory-table";
import { placeRows } from "@/lib/inventory/place-rows";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { jiraCsv, planCsv } from "@/lib/planning/files/plan-table";
import { reportCsv } from "@/lib/report/csv";
import type { RiskEntry } from "@/lib/risk-register/entry";
import { registerCsv, registerRows } from "@/lib/risk-register/register-table";
import { inventoryXlsx } from "@/lib/server/files/inventory-xlsx";
import { registerXlsx } from "@/lib/server/risk-register/register-xlsx";
import { readWorkbook } from "@/lib/server/workbook/read-workbook";
import { wellFormed } from "@/lib/text/well-formed";
import { unitTemplate } from "@/lib/units/unit-table";
import { answered } from "../../support/answered";
import { laxCells } from "../../support/csv-reader";
import { planRequest } from "../../support/planning";
import { item } from "../inventory/items";
import { HOSTILE, RUN, SEPARATORS } from "./hostile-texts";

const NOW = new Date("2026-11-25T10:00:00Z");
const at = (index: number) => HOSTILE[index % HOSTILE.length] ?? "";
const unit = { ...answered().unit, name: "x;=1+1;y" };
const { respondents } = answered({ unit });
const answers = Object.fromEntries(
  Object.entries(respondents[0]?.answers ?? {}).map(([key, answer], index) => [
    key,
    { ...answer, note: wellFormed(at(index)) },
  ]),
);
const assessment = answered({ unit, respondents: [{ name: "Assessor", answers }] });
const result = evaluate(aiScaling, assessment);
const request = planRequest(aiScaling, {
  assessments: [assessment],
  targetVerdict: null,
  assigned: [{ unit: unit.name, action: "ai-platform.to-4", person: "x;=1+1;y" }],
});
const plan = makePlan(aiScaling, request, () => null);
const file = {
  ...{ id: "019a0000-0000-7000-8000-000000000003", name: 'a";=1+1', revision: 1, signedOff: null },
  ...{ updatedAt: NOW, framework: aiScaling, request, plan },
};
const entryOf = (risk: string, text: string): RiskEntry => ({
  ...{ risk, revision: 1, createdAt: NOW, owner: text, treatment: "accept", acceptedBy: text },
  ...{ acceptedUntil: null, contingency: text, indicator: text, reviewOn: null, note: text },
});
const register = {
  ...{ unitName: unit.name, framework: aiScaling, planName: null },
  risks: result.risks.map((now, index) => ({ now, outlook: null, entries: [entryOf(now.key, at(index))] })),
};
const items = [
  item({ kind: "process", name: "=Billing" }),
  ...HOSTILE.map((text, index) => item({ kind: "useCase", name: `Item ${index}`, note: text })),
  ...HOSTILE.filter((text) => !/[;\n\r\t]/.test(text)).map((name) => item({ name, owner: name })),
].map((one, index) =>
  index === 1 ? { ...one, serves: ["served"] } : { ...one, id: index === 0 ? "served" : one.id },
);
const unitNames = new Map([["a", "x,=1+1"]]);
const inventory = { items, shown: items, unitNames };

test.each([
  ["template of units", unitTemplate()],
  ["answers", answersCsv(aiScaling, assessment)],
  ["gap report", reportCsv(aiScaling, assessment, result)],
  ["plan", planCsv(file)],
  ["plan for Jira", jiraCsv(file)],
  ["inventory", inventoryCsv(inventory)],
  ["risk register", registerCsv(register, "2026-11-25")],
])("%s: no cell begins as a formula does, whatever separator it is read with", (_, csv) => {
  for (const delimiter of SEPARATORS) {
    const { data } = Papa.parse<string[]>(csv, { delimiter });
    const cells = [...data, ...laxCells(csv, delimiter)].flat();
    expect(cells.length).toBeGreaterThan(5);
    expect(cells.filter((cell) => RUN.test(cell))).toEqual([]);
  }
});

test("answers come back as they were", () => {
  const { drafts, faults } = parseDraftTable({ text: answersCsv(aiScaling, assessment) }, [aiScaling]);
  expect(faults).toEqual([]);
  expect(drafts.map((draft) => draft.assessment)).toEqual([assessment]);
});

test("an inventory that goes out as a workbook or as CSV comes back without a change", async () => {
  const { rows = [] } = await readWorkbook(await inventoryXlsx(inventory, NOW));
  for (const table of [{ rows }, { text: inventoryCsv(inventory) }]) {
    const read = parseInventoryTable(table);
    expect(read.faults).toEqual([]);
    const { placed, faults } = placeRows(
      read.rows,
      { units: [{ id: "a", name: "x,=1+1" }], items },
      undefined,
    );
    expect(faults).toEqual([]);
    for (const [index, { row, here }] of placed.entries()) {
      expect(here?.id).toBe(items[index]?.id);
      expect([row.owner, row.note.trim()]).toEqual([
        items[index]?.owner,
        items[index]?.note.trim().replaceAll("\r\n", "\n"),
      ]);
    }
  }
  expect(inventoryRows(inventory)).toHaveLength(items.length);
});

test("so does a risk register", async () => {
  const written = registerRows(register, "2026-11-25").map(({ note, owner }) => [note, owner]);
  const { rows = [] } = await readWorkbook(await registerXlsx(register, NOW));
  const parsed = Papa.parse<string[]>(registerCsv(register, "2026-11-25").slice(1)).data;
  for (const table of [rows, parsed]) {
    const titles = (table[0] ?? []).map((title) => title.toLowerCase());
    const [note, owner] = [titles.indexOf("note"), titles.indexOf("owner")];
    const cells = table.slice(1, 1 + written.length).map((row) => [row[note], row[owner]]);
    expect(cells.map((row) => row.map((cell) => unquoteFormulas(cell ?? "")))).toEqual(
      // A workbook has one kind of line break.
      table === rows
        ? written.map((row) => row.map((cell) => String(cell).replaceAll("\r\n", "\n")))
        : written,
    );
  }
  expect(quoteFormulas("x")).toBe("x");
});
