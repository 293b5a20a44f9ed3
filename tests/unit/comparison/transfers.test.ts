import fc from "fast-check";
import { expect, test } from "vitest";
import { transfers } from "@/lib/comparison/transfers";
import { comparedUnits, shuffledUnits, submitted, unitOf } from "./compared-units";

const at = (level: 1 | 2 | 3 | 4 | 5 | null, targetPhase?: "foundation" | "maturity") =>
  submitted(5, { "ai-platform": level }, targetPhase ? { targetPhase } : {});

const pairs = (units: Parameters<typeof transfers>[0]) =>
  transfers(units).flatMap(({ capability, learner, teachers }) =>
    teachers.map(({ unit, level }) => `${unit.name} (${level}) teaches ${learner.name} ${capability}`),
  );

test("who has the required level teaches who is a level or more short, the highest level first", () => {
  // Expansion requires 4.
  const units = [unitOf("Two", at(2)), unitOf("Three", at(3)), unitOf("Four", at(4)), unitOf("Five", at(5))];
  expect(pairs(units)).toEqual([
    "Five (5) teaches Two ai-platform",
    "Four (4) teaches Two ai-platform",
    "Five (5) teaches Three ai-platform",
    "Four (4) teaches Three ai-platform",
  ]);
});

test("what counts is what the learner's own phase requires", () => {
  // Foundation requires 3, maturity 5.
  const learnsForFoundation = [
    unitOf("Learner", at(1, "foundation")),
    unitOf("Teacher", at(3, "foundation")),
  ];
  expect(pairs(learnsForFoundation)).toEqual(["Teacher (3) teaches Learner ai-platform"]);
  const learnsForMaturity = [unitOf("Learner", at(1, "maturity")), unitOf("Ready", at(4, "foundation"))];
  expect(pairs(learnsForMaturity)).toEqual([]);
});

test("a unit about which nothing is known can learn, and cannot teach", () => {
  expect(pairs([unitOf("Open", at(null)), unitOf("Five", at(5))])).toEqual([
    "Five (5) teaches Open ai-platform",
  ]);
});

test("the largest gain comes first", () => {
  const units = [
    unitOf("Little", submitted(5, { "ai-platform": 3 })),
    unitOf("Much", submitted(5, { "ai-platform": 1 })),
    unitOf("Teacher", submitted(5)),
  ];
  expect(transfers(units).map(({ learner }) => learner.name)).toEqual(["Much", "Little"]);
});

test("teachers have what is required, learners lack a level, nobody teaches himself, gains fall", () => {
  fc.assert(
    fc.property(comparedUnits, (units) => {
      const found = transfers(units);
      for (const { learner, level, required, gap, teachers } of found) {
        expect(gap).toBeGreaterThanOrEqual(1);
        expect(level === null ? required - 1 : required - level).toBeCloseTo(gap);
        expect(teachers.length).toBeGreaterThan(0);
        for (const { unit, level } of teachers) {
          expect(level).toBeGreaterThanOrEqual(required);
          expect(unit.id).not.toBe(learner.id);
        }
      }
      const gains = found.map(({ gain }) => gain);
      expect(gains).toEqual([...gains].sort((a, b) => b - a));
    }),
    { numRuns: 50 },
  );
});

test("every pair that the rule allows is found", () => {
  fc.assert(
    fc.property(comparedUnits, (units) => {
      const rows = units.flatMap(({ unit, latest }) =>
        latest.result.areas.flatMap(({ capabilities }) =>
          capabilities.map((capability) => ({ unit, ...capability })),
        ),
      );
      const expected = rows.flatMap((learner) =>
        learner.gap !== null && learner.gap >= 1
          ? rows
              .filter(({ key, level }) => key === learner.key && level !== null && level >= learner.required)
              .map((teacher) => `${teacher.unit.id} ${learner.unit.id} ${learner.key}`)
          : [],
      );
      const found = transfers(units).flatMap(({ capability, learner, teachers }) =>
        teachers.map(({ unit }) => `${unit.id} ${learner.id} ${capability}`),
      );
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 50 },
  );
});

test("the order of the units changes nothing", () => {
  fc.assert(
    fc.property(shuffledUnits, ([units, shuffled]) => {
      expect(transfers(shuffled)).toEqual(transfers(units));
    }),
    { numRuns: 50 },
  );
});
