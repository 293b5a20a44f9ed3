import fc from "fast-check";
import { expect, test } from "vitest";
import { weaknesses } from "@/lib/comparison/weaknesses";
import { comparedUnits, shuffledUnits, submitted, unitOf } from "./compared-units";

const at = (level: 1 | 2 | 3 | 4 | 5) => submitted(5, { "risk-management": level });

test("short in half of the units is common, in fewer is local", () => {
  const half = [unitOf("A", at(1)), unitOf("B", at(2)), unitOf("C", at(5)), unitOf("D", at(5))];
  expect(
    weaknesses(half).common.map(({ capability, units, share }) => ({ capability, units, share })),
  ).toEqual([{ capability: "risk-management", units: ["a", "b"], share: 0.5 }]);
  expect(weaknesses(half).local).toEqual([]);

  const fewer = [...half, unitOf("E", at(5))];
  expect(weaknesses(fewer).common).toEqual([]);
  expect(weaknesses(fewer).local.map(({ units, assessed }) => ({ units, assessed }))).toEqual([
    { units: ["a", "b"], assessed: 5 },
  ]);
});

test("short is a gap of a level or more, and every capability that is short in a unit is in one of the lists", () => {
  fc.assert(
    fc.property(comparedUnits, (units) => {
      const { common, local } = weaknesses(units);
      const found = [...common, ...local].flatMap(({ capability, units }) =>
        units.map((unit) => `${capability} ${unit}`),
      );
      const short = units.flatMap(({ unit, latest }) =>
        latest.result.areas
          .flatMap(({ capabilities }) => capabilities)
          .filter(({ gap }) => gap !== null && gap >= 1)
          .map(({ key }) => `${key} ${unit.id}`),
      );
      expect(found.sort()).toEqual(short.sort());
    }),
    { numRuns: 50 },
  );
});

test("units in which it does not apply do not count", () => {
  const excluded = submitted(5, { "risk-management": "notApplicable" });
  const units = [unitOf("A", at(1)), ...["B", "C", "D"].map((name) => unitOf(name, excluded))];
  expect(weaknesses(units).common).toMatchObject([{ assessed: 1, share: 1 }]);
});

test("the gain is the median of those that are short", () => {
  const gains = [1, 2].map((level) => {
    const { gaps } = at(level as 1 | 2).result;
    return gaps.find(({ capability }) => capability === "risk-management")?.gain ?? 0;
  });
  const [found] = weaknesses([unitOf("A", at(1)), unitOf("B", at(2)), unitOf("C", at(5))]).common;
  expect(found?.gain).toBeCloseTo(((gains[0] ?? 0) + (gains[1] ?? 0)) / 2);
});

test("the order of the units changes nothing", () => {
  fc.assert(
    fc.property(shuffledUnits, ([units, shuffled]) => {
      expect(weaknesses(shuffled)).toEqual(weaknesses(units));
    }),
    { numRuns: 50 },
  );
});
