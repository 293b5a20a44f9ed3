import { expect, test } from "vitest";
import { CONCERNS, concernsOf } from "@/lib/inventory/concerns";
import { linkedNames } from "@/lib/inventory/links";
import { filterItems, type InventoryView, sortItems, unitsOf } from "@/lib/inventory/view";
import { item } from "./items";

const TODAY = "2026-11-27";
const ALL: InventoryView = {
  ...{ find: "", unit: null, kind: null, stage: null, risk: null, concern: false, page: 1 },
};

const sound = { owner: "Ada", riskClass: "limited", reviewedOn: "2026-06-01" } as const;

test.each([
  ["all is in order", { ...sound, stage: "production" }, []],
  ["an idea brings none yet", { stage: "idea" }, []],
  ["nor does what is retired", { stage: "retired", riskClass: "prohibited" }, []],
  ["a pilot without owner and class", { stage: "pilot" }, ["no-risk-class", "no-owner"]],
  ["production without any review", { ...sound, stage: "production", reviewedOn: null }, ["review-due"]],
  ["a review a year ago to the day", { ...sound, stage: "production", reviewedOn: "2025-11-27" }, []],
  ["a day more than a year ago", { ...sound, stage: "production", reviewedOn: "2025-11-26" }, ["review-due"]],
  ["prohibited in use", { ...sound, stage: "pilot", riskClass: "prohibited" }, ["prohibited"]],
  ["a process", { kind: "process" }, []],
] as const)("concerns: %s", (_name, change, concerns) => {
  expect(concernsOf(item(change), TODAY)).toEqual(concerns);
});

test("concerns come the gravest first", () => {
  const worst = item({ stage: "production", riskClass: "prohibited" });
  expect(concernsOf(worst, TODAY)).toEqual(CONCERNS.filter((concern) => concern !== "no-risk-class"));
});

const items = [
  item({ name: "Reader", owner: "Ada", stage: "production", riskClass: "limited", reviewedOn: "2026-06-01" }),
  item({ name: "Forecast", stage: "pilot", riskClass: "minimal", owner: "Bob" }),
  item({ name: "Draft", kind: "useCase", stage: "idea", note: "for Ada" }),
  item({ name: "Billing", kind: "process", unitId: "b" }),
];
const shown = (change: Partial<InventoryView>) =>
  filterItems(items, { ...ALL, ...change }, TODAY).map(({ name }) => name);

test("each filter leaves what it names", () => {
  expect(shown({})).toHaveLength(4);
  expect(shown({ find: "ADA" })).toEqual(["Reader", "Draft"]);
  expect(shown({ kind: "process" })).toEqual(["Billing"]);
  expect(shown({ stage: "pilot" })).toEqual(["Forecast"]);
  expect(shown({ risk: "minimal" })).toEqual(["Forecast"]);
  expect(shown({ risk: "none" })).toEqual(["Draft"]);
  expect(shown({ concern: true })).toEqual([]);
  expect(shown({ find: "ada", stage: "production" })).toEqual(["Reader"]);
});

test("systems stand before use cases before processes, by name", () => {
  expect(sortItems(items.toReversed()).map(({ name }) => name)).toEqual([
    "Forecast",
    "Reader",
    "Draft",
    "Billing",
  ]);
});

test("a unit is looked at with all below it; one that is not there has none", () => {
  const units = [
    { id: "g", parentId: null, name: "g" },
    { id: "a", parentId: "g", name: "a" },
    { id: "b", parentId: null, name: "b" },
  ];
  const ids = (unit: string | null) => unitsOf(units, { unit }).map(({ id }) => id);
  expect(ids(null)).toEqual(["g", "a", "b"]);
  expect(ids("g")).toEqual(["g", "a"]);
  expect(ids("none")).toEqual([]);
});

test("links are told from both ends, and what is gone is passed over", () => {
  const billing = item({ kind: "process", name: "Billing" });
  const reader = item({ serves: [billing.id, "gone"] });
  const old = item({ name: "Old", stage: "retired", serves: [billing.id] });
  const linked = linkedNames([reader, old, billing]);
  expect(linked.get(old.id)).toEqual(["Billing"]);
  expect(linked.get(reader.id)).toEqual(["Billing"]);
  expect(linked.get(billing.id)).toEqual(["Reader"]);
});
