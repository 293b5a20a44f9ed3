import fc from "fast-check";
import { expect, test } from "vitest";
import { filterUnits, sortUnits, type View } from "@/lib/comparison/view";
import { shuffledUnits, submitted, unitOf } from "./compared-units";

const ALL: View = {
  units: [],
  under: null,
  verdict: [],
  band: [],
  by: "areas",
  measure: "readiness",
  sort: null,
  chosen: [],
};

const tree = [
  { id: "group", parentId: null, name: "Group" },
  { id: "emea", parentId: "group", name: "EMEA" },
  { id: "retail", parentId: "emea", name: "Retail" },
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
