import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageOf, inventoryFinding, listedScopes } from "@/lib/inventory/coverage";
import { inventories, item } from "./items";

const node = (id: string, parentId: string | null = null) => ({ id, parentId, name: id });
const TREE = [node("group"), node("a", "group"), node("b", "group"), node("c")];

test("units and processes that use AI in production are counted among those in scope", () => {
  const [billing, claims] = [
    item({ kind: "process", name: "Billing" }),
    item({ kind: "process", name: "Claims" }),
  ];
  const items = [
    billing,
    claims,
    item({ stage: "production", serves: [billing.id] }),
    item({ name: "Pilot", stage: "pilot", serves: [claims.id] }),
    item({ unitId: "b", kind: "useCase", stage: "retired" }),
  ];
  const counts = { units: 3, unitsCovered: 1, processes: 2, processesCovered: 1, percent: 40 };
  expect(coverageOf(TREE, items)).toEqual(counts);
  expect(inventoryFinding(coverageOf(TREE, items))).toBe(
    "Scaling coverage 40.0 %: 1 of 2 processes and 1 of 3 units use AI in production.",
  );
  expect(coverageOf([node("b", "group")], items)).toMatchObject({ units: 1, processes: 0, percent: 0 });
});

test("a unit that only holds others is not in scope, unless it lists something itself", () => {
  expect(coverageOf(TREE, []).units).toBe(3);
  expect(coverageOf(TREE, [item({ unitId: "group" })]).units).toBe(4);
  expect(coverageOf([], [])).toMatchObject({ percent: null });
});

test("coverage stays between 0 and 100, and putting one more into production never lowers it", () => {
  fc.assert(
    fc.property(inventories, fc.nat(), (items, at) => {
      const before = coverageOf(TREE, items);
      expect(before.unitsCovered).toBeLessThanOrEqual(before.units);
      expect(before.processesCovered).toBeLessThanOrEqual(before.processes);
      const chosen = items[at % Math.max(1, items.length)];
      const after = items.map((one) =>
        one === chosen && one.kind !== "process" ? { ...one, stage: "production" as const } : one,
      );
      expect(coverageOf(TREE, after).percent ?? 0).toBeGreaterThanOrEqual(before.percent ?? 0);
      expect(coverageOf(TREE, after).percent ?? 0).toBeLessThanOrEqual(100);
    }),
  );
});

test("the scope of a unit holds that of all below it", () => {
  const process = (unitId: string, name: string) => item({ unitId, kind: "process", name });
  const items = [process("a", "1"), process("a", "2"), process("b", "1"), item({ unitId: "c" })];
  expect([...listedScopes(TREE, items)]).toEqual([
    ["group", { units: 2, processes: 3 }],
    ["a", { units: 1, processes: 2 }],
    ["b", { units: 1, processes: 1 }],
  ]);
});

test("scopes say the same as the coverage of the same units", () => {
  fc.assert(
    fc.property(inventories, (items) => {
      const scopes = listedScopes(TREE, items);
      const { units, processes } = coverageOf(TREE.slice(0, 3), items);
      expect(scopes.get("group") ?? { units, processes: 0 }).toEqual({ units, processes });
    }),
  );
});
