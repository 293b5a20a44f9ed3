import ExcelJS from "exceljs";
import ICAL from "ical.js";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { jiraCsv, type PlanFile, planCsv, planJson } from "@/lib/planning/files/plan-table";
import { firstDay, lastDay } from "@/lib/planning/week-dates";
import { planIcs } from "@/lib/server/planning/plan-ics";
import { planXlsx } from "@/lib/server/planning/plan-xlsx";
import { answered } from "../../support/answered";
import { planRequest } from "../../support/planning";

const NAME = "=1+1; Retail, Zürich";
const unit = { ...answered().unit, name: NAME };
const request = planRequest(aiScaling, {
  assessments: [answered({ unit }), answered({ unit: { ...unit, name: "Claims" } })],
  targetVerdict: null,
  start: "2027-03-22",
  assigned: [{ unit: "Claims", action: "ai-platform.to-4", person: "Ada; Lovelace" }],
});
// Closing every gap asks nothing of a solver.
const plan = makePlan(aiScaling, request, () => null);
const file: PlanFile = {
  id: "019a0000-0000-7000-8000-000000000003",
  name: "To expansion, at last; \\o/",
  revision: 3,
  signedOff: null,
  updatedAt: new Date("2026-11-25T10:00:00Z"),
  framework: aiScaling,
  request,
  plan,
};

const rows = (csv: string) => {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

test("CSV: every action with its figures and dates; no text runs as a formula", () => {
  const table = rows(planCsv(file));
  expect(table).toHaveLength(plan.items.length);
  for (const [place, item] of plan.items.entries()) {
    expect(table[place]).toMatchObject({
      unit: item.unit === NAME ? `'${NAME}` : item.unit,
      action: item.action,
      start: firstDay(request, item.startWeek).toISOString().slice(0, 10),
      end: lastDay(request, item.endWeek).toISOString().slice(0, 10),
      personWeeks: String(item.personWeeks),
      person: item.person ?? "",
    });
  }
});

test("CSV for Jira: an epic a unit, before the tasks that name it as their parent", () => {
  const table = rows(jiraCsv(file));
  expect(table).toHaveLength(plan.items.length + 2);
  const ids = new Map(table.map((row, place) => [row["Issue ID"], place]));
  expect(ids.size).toBe(table.length);
  for (const [place, row] of table.entries()) {
    expect(row.Summary).not.toBe("");
    if (row["Issue Type"] === "Epic") continue;
    expect(ids.get(row.Parent)).toBeLessThan(place);
    const item = plan.items[place - 2];
    const epic = table[ids.get(row.Parent) ?? -1];
    expect(epic?.Summary).toBe(`${file.name}: ${item?.unit}`);
    expect(Number(row["Original estimate"])).toBe((item?.personWeeks ?? 0) * 144_000);
    expect(row["Due date"] ?? "").toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test("a calendar that a real parser reads: whole days, the same entries from one revision to the next", () => {
  const text = planIcs(file);
  // RFC 5545, 3.1: lines of at most 75 octets that end in CRLF.
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  ICAL.design.strict = true;
  // RFC 7986, 5.1: the name is a text like those of the entries.
  expect(text.replaceAll("\r\n ", "")).toContain("\r\nNAME:To expansion\\, at last\\; \\\\o/\r\n");
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const read = events.map((event) => new ICAL.Event(event, { strictExceptions: true }));
  expect(read).toHaveLength(plan.items.length + plan.milestones.length);
  for (const [place, { startWeek, endWeek, unit: name }] of plan.items.entries()) {
    const event = read[place];
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe(firstDay(request, startWeek).toISOString().slice(0, 10));
    // The end is the first day after it: RFC 5545, 3.6.1.
    expect(event?.endDate.toString()).toBe(
      firstDay(request, endWeek + 1)
        .toISOString()
        .slice(0, 10),
    );
    expect(event?.summary).toContain(`(${name})`);
  }
  const uids = (one: PlanFile) =>
    [
      ...planIcs(one)
        .replaceAll("\r\n ", "")
        .matchAll(/^UID:.*$/gm),
    ].map(([line]) => line);
  expect(new Set(uids(file)).size).toBe(read.length);
  expect(uids({ ...file, revision: 4, name: "Renamed" })).toEqual(uids(file));
});

test("an empty plan is a calendar too", () => {
  const empty = { ...file, plan: { ...plan, items: [], milestones: [] } };
  expect(new ICAL.Component(ICAL.parse(planIcs(empty))).getAllSubcomponents("vevent")).toHaveLength(1);
});

test.each(["0001-01-01", "9999-12-31", "+275760-09-12"])(
  "a plan of %s, as an earlier version stored it, is a calendar that says so",
  (start) => {
    const text = planIcs({ ...file, name: "Plan", request: { ...request, start } });
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
    expect(events.map((event) => new ICAL.Event(event).summary)).toEqual([
      "Plan has no day that a calendar can show",
    ]);
  },
);

test("XLSX: the sheets hold what the plan holds, and units sum their work by formula", async () => {
  const workbook = new ExcelJS.Workbook();
  // Its types know an older Buffer.
  await workbook.xlsx.load((await planXlsx(file)) as never);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    "Units",
    "Roadmap",
    "Not in the plan",
    "Milestones",
    "People",
    "Resources",
  ]);
  const roadmap = workbook.getWorksheet("Roadmap");
  expect(roadmap?.rowCount).toBe(plan.items.length + 1);
  expect(roadmap?.getRow(2).getCell(2).value).toBe(plan.items[0]?.action);
  const sums = [2, 3].map((row) => workbook.getWorksheet("Units")?.getRow(row).getCell(7).value);
  const total = plan.items.reduce((sum, { personWeeks }) => sum + personWeeks, 0);
  const results = sums.map((value) => (value as ExcelJS.CellFormulaValue).result as number);
  expect(results.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 9);
  expect((sums[0] as ExcelJS.CellFormulaValue).formula).toMatch(
    /^SUMPRODUCT\(\('?Roadmap'?!.+=A2\)\*'?Roadmap'?!.+\)$/,
  );
  const people = workbook.getWorksheet("People");
  const [first] = plan.load;
  expect(people?.getRow(2).getCell(3).value).toBe(first?.used);
  expect(people?.columnCount).toBe(request.weeks + 2);
});

test("what is split stands with each of its parts, and as one task of Jira", async () => {
  const [item] = plan.items;
  if (!item) throw new Error("nothing is planned");
  const { unit: name, action, startWeek, endWeek } = item;
  const half = item.personWeeks / 2;
  const parts = [startWeek, endWeek + 2].map((week) => ({ startWeek: week, personWeeks: half }));
  const asked = { ...request, locked: [{ unit: name, action, startWeek, parts }] };
  const made = makePlan(aiScaling, asked, () => null);
  const split: PlanFile = { ...file, request: asked, plan: made };
  const own = made.items.find((one) => one.unit === name && one.action === action);
  const csv = rows(planCsv(split));
  expect(csv).toHaveLength(made.items.length + 1);
  expect(
    csv
      .filter((row) => row.action === action && row.unit?.replace(/^'/, "") === name)
      .map(({ part, startWeek: from, endWeek: to, personWeeks }) => [part, from, to, personWeeks]),
  ).toEqual(
    own?.parts?.map((part, n) => [n + 1, part.startWeek, part.endWeek, half].map((figure) => String(figure))),
  );

  const jira = rows(jiraCsv(split));
  expect(jira).toHaveLength(made.items.length + 2);
  const task = jira[2 + made.items.findIndex(({ parts: own }) => own)];
  expect(task?.["Due date"]).toBe(
    lastDay(request, own?.endWeek ?? 0)
      .toISOString()
      .slice(0, 10),
  );
  expect(task?.Description).toMatch(/In 2 parts: .+ from \d{4}-\d\d-\d\d to .+; .+ from .+ to .+\./);

  const uids = (one: PlanFile) =>
    new ICAL.Component(ICAL.parse(planIcs(one)))
      .getAllSubcomponents("vevent")
      .map((event) => event.getFirstPropertyValue("uid"));
  expect(new Set(uids(split)).size).toBe(made.items.length + 1 + made.milestones.length);
  const whole = uids({ ...file, plan: { ...plan, items: [item], milestones: [] } });
  expect(uids({ ...split, plan: { ...made, items: own ? [own] : [], milestones: [] } })[0]).toBe(whole[0]);

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await planXlsx(split)) as never);
  expect(workbook.getWorksheet("Roadmap")?.rowCount).toBe(made.items.length + 2);
  const sum = workbook.getWorksheet("Units")?.getRow(2).getCell(7).value;
  expect(JSON.stringify(sum)).toContain(`$${made.items.length + 2}`);
});

test("JSON: what was asked for can be asked again", () => {
  const { request: asked, plan: made } = JSON.parse(planJson(file));
  expect(makePlan(aiScaling, asked, () => null)).toEqual(made);
});
