import { expect, test } from "vitest";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { questionKeys } from "@/lib/framework/keys";
import { parseFramework } from "@/lib/framework/schema";
import { frameworkName, measuresSame } from "@/lib/framework/version";
import { phasesIn } from "@/lib/planning/weeks";
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

test("a minor version measures the same, a major one or another key does not", () => {
  const own = frameworkName(aiScaling);
  expect(measuresSame(own, frameworkName(nextMinor))).toBe(true);
  expect(measuresSame(own, frameworkName({ ...aiScaling, version: "2.0.0" }))).toBe(false);
  expect(measuresSame(own, frameworkName({ ...aiScaling, version: "10.0.0" }))).toBe(false);
  expect(measuresSame(own, frameworkName(factoryFloor))).toBe(false);
});
