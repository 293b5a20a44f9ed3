import fc from "fast-check";
import { expect, test } from "vitest";
import { inventoryCsv, inventoryTemplate, parseInventoryTable } from "@/lib/inventory/inventory-table";
import { changedBy, placeRows } from "@/lib/inventory/place-rows";
import { inventoryXlsx } from "@/lib/server/files/inventory-xlsx";
import { readWorkbook } from "@/lib/server/workbook/read-workbook";
import { DETAILS, inventories, item } from "./items";

const UNITS = ["a", "b", "c"].map((id) => ({ id, name: `Unit ${id}` }));
const unitNames = new Map(UNITS.map(({ id, name }) => [id, name]));

test("the template is a file that can be read", () => {
  const { rows, faults } = parseInventoryTable({ text: inventoryTemplate() });
  expect(faults).toEqual([]);
  expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
    ["process", "Account opening"],
    ["process", "Complaints"],
    ["system", "Document reader"],
  ]);
  expect(
    placeRows(rows, { units: [{ id: "a", name: "Retail Banking" }], items: [] }, undefined).faults,
  ).toEqual([]);
});

test("a unit is named without what no file can show, as it is itself", () => {
  const { rows } = parseInventoryTable({ text: "unit,kind,name\nUnit\uFFFE a\u0001,process,Billing" });
  expect(rows).toMatchObject([{ unit: "Unit a" }]);
});

test("a workbook comes back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(inventories, async (items) => {
      fc.pre(items.length > 0);
      const table = { items, shown: items, unitNames };
      const { rows = [] } = await readWorkbook(await inventoryXlsx(table, new Date(0)));
      const ofCsv = parseInventoryTable({ text: inventoryCsv(table) }).rows;
      const { rows: read, faults } = parseInventoryTable({ rows });
      expect(faults).toEqual([]);
      expect(read).toEqual(ofCsv.map((row, index) => ({ ...row, place: `row ${index + 2}` })));
    }),
    { numRuns: 30 },
  );
});

test("what is exported comes back as it was", () => {
  fc.assert(
    fc.property(inventories, (items) => {
      fc.pre(items.length > 0);
      const { rows, faults } = parseInventoryTable({
        text: inventoryCsv({ items, shown: items, unitNames }),
      });
      expect(faults).toEqual([]);
      const { placed, faults: misplaced } = placeRows(rows, { units: UNITS, items }, undefined);
      expect(misplaced).toEqual([]);
      for (const [index, { unit, row, here }] of placed.entries()) {
        const { id, unitId, serves, ...details } = items[index] ?? item();
        const names = items.filter((one) => serves.includes(one.id)).map(({ name }) => name);
        expect(here?.id).toBe(id);
        expect(unit.id).toBe(unitId);
        expect(row).toEqual({ ...details, serves: names, unit: unitNames.get(unitId), place: row.place });
      }
    }),
  );
});

test("words do as well as keys, and several processes stand in one cell", () => {
  const text =
    'Kind,Name,Stage,Risk class,Serves\nAI system,Reader,PRODUCTION,High risk,"Billing; Claims;Billing"';
  const { rows, faults } = parseInventoryTable({ text });
  expect(faults).toEqual([]);
  expect(rows).toMatchObject([
    { kind: "system", stage: "production", riskClass: "high", serves: ["Billing", "Claims"], unit: null },
  ]);
});

test.each([
  ["kind,name\nrobot,Reader", "line 2, kind", "Choose what it is."],
  ["kind,name\nsystem,", "line 2, name", "Enter a name."],
  ["kind,name,stage\nsystem,Reader,live", "line 2, stage", "Choose a stage, or leave it open."],
  [
    "kind,name,reviewedOn\nsystem,Reader,1.2.2026",
    "line 2, reviewedOn",
    "Enter a date such as 2026-11-24, or leave it open.",
  ],
  ["kind\nsystem", "line 1", "There is no column name."],
])("%j is refused", (text, place, said) => {
  expect(parseInventoryTable({ text }).faults).toEqual([{ place, text: said }]);
});

const row = (change: object) => ({ ...DETAILS, place: "line 2", unit: "Unit a", ...change });
const faultsOf = (rows: object[], unitId?: string, units = UNITS) =>
  placeRows(rows.map(row), { units, items: [] }, unitId).faults;

test("what keeps a row from its place is said with its line", () => {
  expect(faultsOf([{ unit: "Nowhere" }])).toEqual([
    { place: "line 2, unit", text: "There is no unit “Nowhere” here." },
  ]);
  expect(faultsOf([{ unit: null }])).toEqual([
    { place: "line 2, unit", text: "Name the unit, or choose one for the whole table." },
  ]);
  expect(faultsOf([{}], undefined, [...UNITS, { id: "d", name: "Unit a" }])).toEqual([
    { place: "line 2, unit", text: "Several units here are called “Unit a”." },
  ]);
  expect(faultsOf([{}, { place: "line 3" }])).toEqual([
    { place: "line 3, name", text: "“Reader” stands in line 2 already." },
  ]);
  expect(faultsOf([{ serves: ["Billing"] }])).toEqual([
    { place: "line 2, serves", text: "There is no process “Billing” of Unit a, here or in the file." },
  ]);
  expect(faultsOf([{ unit: "Nowhere" }], "b")).toEqual([]);
  expect(faultsOf([{}], "gone")).toEqual([
    { place: "line 2, unit", text: "The unit that was chosen is no longer in use." },
  ]);
});

test("a row changes what it fills in and leaves the rest", () => {
  const here = item({ owner: "Ada", stage: "pilot", serves: ["1"], note: "old" });
  const changed = changedBy(here, row({ stage: "production", note: "" }), []);
  expect(changed).toMatchObject({ owner: "Ada", stage: "production", serves: ["1"], note: "old" });
});
