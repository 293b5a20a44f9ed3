import fc from "fast-check";
import { expect, test } from "vitest";
import { findings } from "@/lib/comparison/findings";
import { framework, shuffledUnits, submitted, unitOf } from "./compared-units";

const textOf = (units: Parameters<typeof findings>[0], key: string) =>
  findings(units, framework).find((finding) => finding.key === key)?.text;

const units = [
  unitOf("Retail", submitted(4, { "risk-management": 1, compliance: 1 }), submitted(3)),
  unitOf("Plant", submitted(4, { "risk-management": 2 })),
  unitOf("Claims", submitted(5)),
];

test("one unit says nothing in comparison", () => {
  expect(findings([unitOf("Retail", submitted(3))], framework)).toEqual([]);
});

test("who is ready, what is weak, who differs and who can teach whom", () => {
  expect(textOf(units, "ready")).toBe(
    "0 of 3 units are ready for their target phase, 1 more with conditions.",
  );
  expect(textOf(units, "weakestArea")).toMatch(
    /^Governance is the weakest area: half of the units are at \d+\.\d readiness or below\.$/,
  );
  expect(textOf(units, "widestSpread")).toMatch(
    /^Units differ most in Governance: from \d+\.\d \(Retail\) to 100\.0 \(Claims\)\.$/,
  );
  expect(textOf(units, "weakness")).toBe(
    "The most common weakness is Risk management: 2 of 3 units are a level or more short.",
  );
  expect(textOf(units, "transfer")).toMatch(
    /^The best transfer: in .+, Claims \(level 5\) can teach Retail, worth \d+\.\d readiness points\.$/,
  );
  expect(textOf(units, "change")).toBe("Readiness rose in 1 of 1 unit assessed twice.");
});

test("equal units without weakness leave out what there is not to say", () => {
  const equal = [unitOf("A", submitted(5)), unitOf("B", submitted(5))];
  expect(findings(equal, framework).map(({ key }) => key)).toEqual(["ready", "weakestArea"]);
});

test("the order of the units changes nothing", () => {
  fc.assert(
    fc.property(shuffledUnits, ([given, shuffled]) => {
      expect(findings(shuffled, framework)).toEqual(findings(given, framework));
    }),
    { numRuns: 30 },
  );
});
