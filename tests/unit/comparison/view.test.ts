import fc from "fast-check";
import { expect, test } from "vitest";
import { filterUnits, offeredUnits, sortUnits, type View } from "@/lib/comparison/view";
import { pageOf } from "@/lib/paging/page-of";
import { shuffledUnits, submitted, unitOf } from "./compared-units";

const ALL: View = {
  find: "",
  units: [],
  under: null,
  verdict: [],
  band: [],
  by: "areas",
  measure: "readiness",
  sort: null,
  chosen: [],
  page: 1,
};

const tree = [
  { id: "group", parentId: null, name: "Group" },
  { id: "emea", parentId: "group", name: "EMEA" },
  { id: "retail", parentId: "emea", name: "Retail", industry: "Banking" },
  { id: "plant", parentId: "group", name: "Plant" },
];
const units = [
  unitOf("Retail", submitted(1)),
  unitOf("Plant", submitted(5)),
  unitOf("EMEA", submitted(2)),
  unitOf("Void", submitted("notApplicable")),
];
const names = (found: readonly { unit: { name: string } }[]) => found.map(({ unit }) => unit.name);

test("without a filter every unit is compared", () => {
  expect(names(filterUnits(units, tree, ALL))).toEqual(["Retail", "Plant", "EMEA", "Void"]);
});

test("filters by unit, tree, verdict and band hold together", () => {
  expect(names(filterUnits(units, tree, { ...ALL, units: ["plant", "gone"] }))).toEqual(["Plant"]);
  expect(names(filterUnits(units, tree, { ...ALL, find: "bank ret" }))).toEqual(["Retail"]);
  expect(names(filterUnits(units, tree, { ...ALL, under: "emea" }))).toEqual(["Retail", "EMEA"]);
  expect(names(filterUnits(units, tree, { ...ALL, band: ["adHoc", "optimized"] }))).toEqual([
    "Retail",
    "Plant",
  ]);
  expect(names(filterUnits(units, tree, { ...ALL, verdict: ["readyWithConditions"] }))).toEqual(["Plant"]);
  expect(filterUnits(units, tree, { ...ALL, under: "emea", verdict: ["readyWithConditions"] })).toEqual([]);
});

test("a unit of the tree that is not there holds nobody", () => {
  expect(filterUnits(units, tree, { ...ALL, under: "gone" })).toEqual([]);
});

test("the best comes first unless asked otherwise, and what has no figure last", () => {
  expect(names(sortUnits(units, ALL))).toEqual(["Plant", "EMEA", "Retail", "Void"]);
  expect(names(sortUnits(units, { ...ALL, measure: "gap" }))).toEqual(["Plant", "EMEA", "Retail", "Void"]);
  expect(names(sortUnits(units, { ...ALL, sort: { column: "process", direction: "asc" } }))).toEqual([
    "Retail",
    "EMEA",
    "Plant",
    "Void",
  ]);
  expect(names(sortUnits(units, { ...ALL, sort: { column: "name", direction: "desc" } }))).toEqual([
    "Void",
    "Retail",
    "Plant",
    "EMEA",
  ]);
});

test("a column that is not there sorts by name", () => {
  expect(names(sortUnits(units, { ...ALL, sort: { column: "nonsense", direction: "desc" } }))).toEqual([
    "EMEA",
    "Plant",
    "Retail",
    "Void",
  ]);
});

test("sorting does not depend on the order given and loses nobody", () => {
  fc.assert(
    fc.property(shuffledUnits, fc.constantFrom("name", "overall", "process"), ([given, shuffled], column) => {
      const view = { ...ALL, sort: { column, direction: "desc" } as const };
      expect(names(sortUnits(shuffled, view))).toEqual(names(sortUnits(given, view)));
      expect(sortUnits(given, view)).toHaveLength(given.length);
    }),
    { numRuns: 30 },
  );
});

test("the pages hold every row once, in order, and a page that is not there is the nearest one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const { pages } = pageOf(rows, 1, size);
      const all = Array.from({ length: pages }, (_, index) => pageOf(rows, index + 1, size).rows);
      expect(all.flat()).toEqual(rows);
      expect(pageOf(rows, pages + 5, size)).toEqual(pageOf(rows, pages, size));
      expect(pageOf(rows, -3, size).page).toBe(1);
    }),
  );
  expect(pageOf([1, 2, 3, 4, 5], 2, 3)).toEqual({ rows: [4, 5], page: 2, pages: 2, from: 4, to: 5 });
});

test("few units are all offered, of many those in sight and those ticked", () => {
  expect(names(offeredUnits(units, [], []).offered)).toEqual(["EMEA", "Plant", "Retail", "Void"]);
  const many = Array.from({ length: 201 }, (_, index) => unitOf(`U${index}`, submitted(3)));
  const { offered, all } = offeredUnits(many, many.slice(3, 5), ["u200", "gone"]);
  expect(all).toBe(false);
  expect(names(offered)).toEqual(["U3", "U4", "U200"]);
});
