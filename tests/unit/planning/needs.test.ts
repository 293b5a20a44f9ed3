import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { withOptions } from "@/lib/planning/changes/plan-change";
import { makePlan } from "@/lib/planning/engine/make-plan";
import { type PlanFile, planJson } from "@/lib/planning/files/plan-table";
import type { Plan, PlanRequest } from "@/lib/planning/plan";
import { needsOf } from "@/lib/planning/reading/needs";
import { planForm, planOptionsSchema } from "@/lib/planning/requests/plan-form";
import { parsePlanRequest } from "@/lib/planning/requests/plan-request-schema";
import { technologyCapabilities, technologyNeeds } from "@/lib/planning/technology";
import { moneyRangeInWords, rangeInWords, rangeOf } from "@/lib/planning/uncertainty";
import { phasesIn } from "@/lib/planning/weeks";
import { planDocument } from "@/lib/report/plan-documents";
import { planXlsx } from "@/lib/server/planning/plan-xlsx";
import { answered } from "../../support/answered";
import { planRequest } from "../../support/planning";

const rates = Object.fromEntries(aiScaling.roles.map(({ key }, place) => [key, 2000 + 100 * place]));
const budget = { currency: "USD", amount: null, ratePerWeek: rates };
const technology = { "ai-platform": 60_000, "data-sharing": 0, security: 12_500.5 };
const bare = planRequest(aiScaling, { assessments: [answered()], targetVerdict: null, budget });
const stated: PlanRequest = {
  ...bare,
  budget: { ...budget, technology },
  uncertainty: { less: 25, more: 75 },
};
// Closing every gap asks nothing of a solver.
const make = (request: PlanRequest) => makePlan(aiScaling, request, () => null);
const plan = make(bare);
const whole = make(stated);
const needs = needsOf(aiScaling, stated, whole);
const fileOf = (request: PlanRequest, made: Plan): PlanFile => ({
  ...{ id: "p", name: "Plan", revision: 1, signedOff: null, updatedAt: new Date("2026-11-25T10:00:00Z") },
  ...{ framework: aiScaling, request, plan: made },
});
const sum = (figures: readonly number[]) => figures.reduce((total, one) => total + one, 0);

test("each action of a technical or data capability needs technology once, in the phase it begins in", () => {
  const keys = technologyCapabilities(aiScaling).map(({ key }) => key);
  const needed = plan.items.filter(({ capability }) => keys.includes(capability));
  expect(needed.length).toBeGreaterThan(0);
  const found = needsOf(aiScaling, bare, plan).technology;
  expect(found.flatMap(({ items }) => items)).toHaveLength(needed.length);
  for (const { phase, capability, items, amount } of found) {
    expect(amount).toBeNull();
    for (const item of items) {
      expect(item.capability).toBe(capability);
      expect(item.startWeek).toBeGreaterThanOrEqual(phase.fromWeek);
      expect(item.startWeek).toBeLessThanOrEqual(phase.toWeek);
    }
  }
});

test("an amount counts once, in the first phase that needs it; without an action in the first of all", () => {
  const amounts = needs.technology.filter(({ amount }) => amount !== null);
  expect(amounts.map(({ capability }) => capability).sort()).toEqual(Object.keys(technology).sort());
  const [item] = whole.items;
  if (!item) throw new Error("nothing is planned");
  const items = [2, 8, 9, 20].map((startWeek) => ({ ...item, capability: "security", startWeek }));
  const security = technologyNeeds(aiScaling, 24, items, { ...budget, technology: { security: 500 } });
  expect(security.map((need) => [need.phase.key, need.items.length, need.amount])).toEqual([
    ["foundation", 1, 500],
    ["expansion", 2, null],
    ["optimization", 1, null],
  ]);
  const none = needsOf(aiScaling, stated, { ...whole, items: [] }).technology;
  expect(none.map(({ phase, capability }) => [phase.key, capability])).toEqual(
    technologyCapabilities(aiScaling)
      .filter(({ key }) => key in technology)
      .map(({ key }) => ["foundation", key]),
  );
});

test("technology joins the cost, its phases sum to it, and work costs what it did", () => {
  expect(whole.items).toEqual(plan.items);
  expect(whole.cost.amount).toBeCloseTo((plan.cost.amount ?? 0) + 72_500.5, 6);
  expect(sum(Object.values(whole.cost.byPhase))).toBeCloseTo(whole.cost.amount ?? 0, 6);
  for (const { phase, work, technology: own } of needs.cost?.phases ?? []) {
    expect(work).toBeCloseTo(plan.cost.byPhase[phase.key] ?? Number.NaN, 6);
    const ofPhase = needs.technology.filter((need) => need.phase.key === phase.key);
    expect(own).toBe(sum(ofPhase.map(({ amount }) => amount ?? 0)));
  }
  expect(needs.cost?.phases.map(({ phase }) => phase)).toEqual(phasesIn(aiScaling, 24));
});

test("a budget pays for technology first; less than that is refused", () => {
  const limited = (amount: number) => make({ ...stated, budget: { ...budget, amount, technology } });
  const tight = limited(150_000);
  expect(tight.cost.amount).toBeLessThanOrEqual(150_000);
  expect(tight.cost.amount).toBeGreaterThan(72_500.5);
  expect(tight.unplaced.map(({ why }) => why)).toContain("budget");
  expect(() => limited(70_000)).toThrow("budget: expected 72500.5 USD or more");
});

test("a range holds its estimate, and that of the whole is the sum of its parts", () => {
  const percent = (max: number) => fc.double({ min: 0, max, noNaN: true });
  fc.assert(
    fc.property(percent(100), percent(1000), (less, more) => {
      const found = needsOf(aiScaling, { ...stated, uncertainty: { less, more } }, whole);
      const { personWeeks, personWeeksRange, roles, cost } = found;
      expect(personWeeksRange?.low).toBeLessThanOrEqual(personWeeks);
      expect(personWeeksRange?.high).toBeGreaterThanOrEqual(personWeeks);
      for (const end of ["low", "high"] as const) {
        expect(sum(roles.map((role) => role.personWeeksRange?.[end] ?? Number.NaN))).toBeCloseTo(
          personWeeksRange?.[end] ?? 0,
          6,
        );
        expect(sum(cost?.phases.map(({ range }) => range?.[end] ?? Number.NaN) ?? [])).toBeCloseTo(
          cost?.range?.[end] ?? 0,
          4,
        );
      }
      // What is stated for technology is certain.
      expect(cost?.range?.low).toBeGreaterThanOrEqual(72_500.5 - 1e-6);
    }),
  );
});

test("25 % less to 75 % more of 10 person-weeks", () => {
  expect(rangeOf({ less: 25, more: 75 }, 10)).toEqual({ low: 7.5, high: 17.5 });
  expect(rangeOf({ less: 25, more: 75 }, 1000, 500)).toEqual({ low: 1250, high: 2250 });
  expect(rangeOf(undefined, 10)).toBeNull();
  expect(rangeInWords({ low: 7.5, high: 17.5 })).toBe("7.5–17.5");
  expect(moneyRangeInWords({ low: 1250, high: 22_500 }, "USD")).toBe("USD 1,250–22,500");
});

test("a plan from before comes out as it was", () => {
  expect(needsOf(aiScaling, bare, plan)).toMatchObject({ personWeeksRange: null, cost: { range: null } });
  expect(Object.keys(JSON.parse(planJson(fileOf(bare, plan))))).toEqual([
    ...["name", "revision", "signedOff", "request", "plan"],
  ]);
  const text = JSON.stringify(bare.budget);
  expect(JSON.stringify(parsePlanRequest(structuredClone(bare), [aiScaling]).budget)).toBe(text);
  expect(parsePlanRequest(structuredClone(bare), [aiScaling])).not.toHaveProperty("uncertainty");
  expect(parsePlanRequest(structuredClone(stated), [aiScaling])).toEqual(stated);
});

test.each<[string, object, string]>([
  [
    "people",
    { budget: { ...budget, technology: { people: 1 } } },
    "budget.technology.people: expected one of",
  ],
  ["less than nothing", { uncertainty: { less: 101, more: 0 } }, "uncertainty.less: expected percent from 0"],
  ["half of it", { uncertainty: { less: 10 } }, "uncertainty.more: expected percent from 0 to 1000"],
])("%s is refused at its place", (_, change, says) => {
  expect(() => parsePlanRequest({ ...bare, ...change }, [aiScaling])).toThrow(says);
});

test("what is stated comes back from the form, and goes when its fields are emptied", () => {
  const schema = planOptionsSchema(aiScaling);
  const values = planForm("Plan", aiScaling, stated);
  expect(schema.parse(values)).toMatchObject({ budget: stated.budget, uncertainty: stated.uncertainty });
  const only = schema.parse({ ...values, more: "", less: "10.5" });
  expect(only.uncertainty).toEqual({ less: 10.5, more: 0 });
  const emptied = schema.parse({
    ...values,
    ...{
      less: "",
      more: "",
      technology: Object.fromEntries(Object.keys(values.technology).map((key) => [key, ""])),
    },
  });
  expect(withOptions(stated, emptied)).not.toHaveProperty("uncertainty");
  expect(withOptions(stated, emptied).budget).not.toHaveProperty("technology");
  for (const [change, place] of [
    [{ less: "101" }, "less"],
    [{ more: "much" }, "more"],
    [{ technology: { ...values.technology, security: "-5" } }, "technology.security"],
  ] as const) {
    const { error } = schema.safeParse({ ...values, ...change });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual([place]);
  }
});

test("document, workbook and JSON hold the same figures", async () => {
  const range = moneyRangeInWords(needs.cost?.range ?? null, "USD");
  const effort = rangeInWords(needs.personWeeksRange);
  const document = planDocument("strategy", fileOf(stated, whole));
  const text = JSON.stringify(document);
  for (const part of [range, effort, "25% less or 75% more", "USD 60,000", "USD 12,501"])
    expect(text).toContain(part);
  for (const { personWeeksRange } of needs.roles) expect(text).toContain(rangeInWords(personWeeksRange));

  const json = JSON.parse(planJson(fileOf(stated, whole)));
  expect(json.needs.cost.range).toEqual(needs.cost?.range);
  expect(json.needs.personWeeksRange).toEqual(needs.personWeeksRange);

  const workbook = new ExcelJS.Workbook();
  // Its types know an older Buffer.
  await workbook.xlsx.load((await planXlsx(fileOf(stated, whole))) as never);
  const sheet = workbook.getWorksheet("Resources");
  const rows = needs.roles.length + needs.technology.length;
  expect(sheet?.rowCount).toBe(rows + 2);
  const total = (column: string) => sheet?.getCell(`${column}${rows + 2}`).value as ExcelJS.CellFormulaValue;
  const column = (letter: string) =>
    sum(Array.from({ length: rows }, (_, place) => Number(sheet?.getCell(`${letter}${place + 2}`).value)));
  for (const [letter, figure] of [
    ["E", needs.personWeeks],
    ["F", needs.personWeeksRange?.low],
    ["G", needs.personWeeksRange?.high],
    ["H", needs.cost?.amount],
    ["I", needs.cost?.range?.low],
    ["J", needs.cost?.range?.high],
  ] as const) {
    expect(total(letter).formula).toBe(`SUM(${letter}2:${letter}${rows + 1})`);
    expect(total(letter).result).toBe(figure);
    expect(column(letter)).toBeCloseTo(figure ?? Number.NaN, 4);
  }
});
