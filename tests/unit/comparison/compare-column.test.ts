import fc from "fast-check";
import { expect, test } from "vitest";
import { compareColumns } from "@/lib/comparison/compare-column";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import {
  columnsOf,
  figuresOf,
  GROUPINGS,
  type Grouping,
  MEASURES,
  type Measure,
} from "@/lib/comparison/figures";
import { comparedUnits, framework, shuffledUnits, submitted, unitOf } from "./compared-units";

function compared(units: readonly ComparedUnit[], key: string, by: Grouping, measure: Measure) {
  const column = compareColumns(units, columnsOf(framework, by), by, measure).find(
    (found) => found.key === key,
  );
  if (!column) throw new Error(key);
  return column;
}

const ids = (...names: string[]) => names.map((name) => name.toLowerCase());

test("columns stand in framework order, the whole first", () => {
  expect(columnsOf(framework, "areas").map(({ title }) => title)).toEqual([
    "Overall",
    "Technical",
    "Organizational",
    "Process",
    "Governance",
    "Resources",
  ]);
  expect(columnsOf(framework, "capabilities")).toHaveLength(31);
});

test("an area is compared by its own score and readiness", () => {
  const units = [unitOf("Low", submitted(1)), unitOf("Mid", submitted(3)), unitOf("High", submitted(5))];
  const governance = compared(units, "governance", "areas", "score");
  expect(governance.distribution).toMatchObject({
    count: 3,
    lowest: 0,
    median: 50,
    highest: 100,
    spread: 100,
  });
  expect(governance.strongest).toEqual(ids("High"));
  expect(governance.weakest).toEqual(ids("Low"));
  expect(governance.ranks.get("mid")).toEqual({ from: 2, to: 2, overlaps: 0 });
});

test("a capability is compared by its level and by how far it attains what is required", () => {
  const units = [
    unitOf("Two", submitted(4, { "ai-platform": 2 })),
    unitOf("Five", submitted(4, { "ai-platform": 5 })),
  ];
  // Required for expansion is 4: (2 − 1) / (4 − 1) of the way.
  expect(compared(units, "ai-platform", "capabilities", "readiness").figures.get("two")?.value).toBeCloseTo(
    100 / 3,
  );
  expect(compared(units, "ai-platform", "capabilities", "score").figures.get("two")?.value).toBe(25);
  expect(compared(units, "ai-platform", "capabilities", "gap").figures.get("two")?.value).toBe(2);
  expect(compared(units, "ai-platform", "capabilities", "gap").figures.get("five")?.value).toBe(0);
});

test("the smallest gap is the strongest; the gap of an area is that of its worst capability", () => {
  const units = [unitOf("Blocked", submitted(5, { "ai-platform": 1 })), unitOf("Fine", submitted(5))];
  const technical = compared(units, "technical", "areas", "gap");
  expect(technical.figures.get("blocked")?.value).toBe(3);
  expect(technical.strongest).toEqual(ids("Fine"));
  expect(technical.weakest).toEqual(ids("Blocked"));
  expect(compared(units, "overall", "areas", "gap").figures.get("blocked")?.value).toBe(3);
});

test("what does not apply has no figure; what is open counts as unready but can turn out either way", () => {
  const units = [
    unitOf("Excluded", submitted(4, { "ai-platform": "notApplicable" })),
    unitOf("Open", submitted(4, { "ai-platform": null })),
    unitOf("Known", submitted(4)),
  ];
  const readiness = compared(units, "ai-platform", "capabilities", "readiness");
  expect(readiness.figures.get("excluded")).toEqual({ value: null, low: null, high: null });
  expect(readiness.ranks.has("excluded")).toBe(false);
  expect(readiness.figures.get("open")).toEqual({ value: 0, low: 0, high: 100 });
  expect(readiness.ranks.get("open")).toEqual({ from: 1, to: 2, overlaps: 1 });
  expect(readiness.distribution?.count).toBe(2);
  expect(compared(units, "ai-platform", "capabilities", "score").ranks.has("open")).toBe(false);
  expect(compared(units, "ai-platform", "capabilities", "gap").figures.get("open")).toEqual({
    value: 3,
    low: 0,
    high: 3,
  });
});

test("a capability that the quick assessment does not ask has no figure", () => {
  const units = [unitOf("Quick", submitted(3, {}, { depth: "quick" })), unitOf("Full", submitted(3))];
  const missing = compareColumns(units, columnsOf(framework, "capabilities"), "capabilities", "score").filter(
    ({ figures }) => figures.get("quick")?.value === null,
  );
  expect(missing).toHaveLength(10);
});

test("nobody is strongest or weakest where all are equal", () => {
  const units = [unitOf("A", submitted(3)), unitOf("B", submitted(3))];
  expect(compared(units, "process", "areas", "readiness")).toMatchObject({ strongest: [], weakest: [] });
});

test("the order of the units changes nothing", () => {
  fc.assert(
    fc.property(
      shuffledUnits,
      fc.constantFrom(...GROUPINGS),
      fc.constantFrom(...MEASURES),
      ([units, shuffled], by, measure) => {
        const facts = (list: readonly ComparedUnit[]) =>
          compareColumns(list, columnsOf(framework, by), by, measure).map((column) => ({
            key: column.key,
            distribution: column.distribution,
            ranks: Object.fromEntries(column.ranks),
            strongest: [...column.strongest].sort(),
            weakest: [...column.weakest].sort(),
          }));
        expect(facts(shuffled)).toEqual(facts(units));
      },
    ),
    { numRuns: 50 },
  );
});

test("the figures of a unit are its own, whoever stands beside it", () => {
  fc.assert(
    fc.property(
      comparedUnits,
      fc.constantFrom(...GROUPINGS),
      fc.constantFrom(...MEASURES),
      (units, by, measure) => {
        for (const column of compareColumns(units, columnsOf(framework, by), by, measure)) {
          for (const { unit, latest } of units) {
            const alone = figuresOf(latest.result, by, measure).get(column.key) ?? {
              value: null,
              low: null,
              high: null,
            };
            expect(column.figures.get(unit.id)).toEqual(alone);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});

test("figures lie inside their bounds", () => {
  fc.assert(
    fc.property(
      comparedUnits,
      fc.constantFrom(...GROUPINGS),
      fc.constantFrom(...MEASURES),
      (units, by, measure) => {
        for (const { latest } of units) {
          for (const { value, low, high } of figuresOf(latest.result, by, measure).values()) {
            if (value === null) continue;
            expect(low).toBeLessThanOrEqual(value);
            expect(high).toBeGreaterThanOrEqual(value);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});
