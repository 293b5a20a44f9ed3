import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { questionKeys } from "@/lib/framework/keys";
import { levelNames } from "@/lib/framework/level-names";
import { parseFramework } from "@/lib/framework/schema";
import { frameworkName, measuresSame } from "@/lib/framework/version";
import { phasesIn } from "@/lib/planning/weeks";
import { BANDS } from "@/lib/scoring/result";
import { bandWord } from "@/lib/scoring/result-words";
import { factoryFloor, nextMinor } from "../../support/frameworks";

test.each([nextMinor, factoryFloor])("$key@$version keeps every rule of a framework", (framework) => {
  expect(parseFramework(structuredClone(framework))).toEqual(framework);
});

test("a framework may have areas, windows and roles of its own", () => {
  expect(factoryFloor.areas.map(({ key }) => key)).toEqual(["machines", "crew", "orders"]);
  expect(questionKeys(factoryFloor).size).toBe(7);
  expect(phasesIn(factoryFloor, 24).map(({ key, fromWeek, toWeek }) => [key, fromWeek, toWeek])).toEqual([
    ["foundation", 1, 6],
    ["expansion", 7, 18],
    ["optimization", 19, 24],
  ]);
});

test("a framework names its levels, or has the names of the method", () => {
  expect([...levelNames(factoryFloor)]).toEqual(["Improvised", "Repeated", "Steady", "Steered", "Learning"]);
  expect([...levelNames(aiScaling)]).toEqual(["Ad hoc", "Emerging", "Defined", "Managed", "Optimized"]);
  expect(BANDS.map((band) => bandWord(factoryFloor, band))).toEqual([...levelNames(factoryFloor)]);
  expect(() => parseFramework({ ...factoryFloor, levels: ["Low", "Low", "Mid", "High", "Top"] })).toThrow(
    "levels[1]: expected a name of its own",
  );
  expect(() => parseFramework({ ...factoryFloor, levels: ["Low", "High"] })).toThrow(
    "levels: expected five names",
  );
});

test("a minor version measures the same, a major one or another key does not", () => {
  const own = frameworkName(aiScaling);
  expect(measuresSame(own, frameworkName(nextMinor))).toBe(true);
  expect(measuresSame(own, frameworkName({ ...aiScaling, version: "2.0.0" }))).toBe(false);
  expect(measuresSame(own, frameworkName({ ...aiScaling, version: "10.0.0" }))).toBe(false);
  expect(measuresSame(own, frameworkName(factoryFloor))).toBe(false);
});
