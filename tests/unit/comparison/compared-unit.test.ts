import { expect, test } from "vitest";
import { separate } from "@/lib/comparison/compared-unit";
import { framework, submitted, unitOf } from "./compared-units";

const onVersion = (version: string) => {
  const latest = submitted(3);
  return { ...latest, result: { ...latest.result, framework: `${framework.key}@${version}` } };
};

test("units that are not assessed or stand on another major version are set apart, never dropped", () => {
  const { compared, notCompared } = separate(
    [
      unitOf("Retail", submitted(3)),
      { unit: { id: "new", name: "New" }, latest: null, previous: null },
      unitOf("Future", onVersion("2.0.0")),
      unitOf("Minor", onVersion("1.7.3")),
    ],
    framework,
  );
  expect(compared.map(({ unit }) => unit.name)).toEqual(["Minor", "Retail"]);
  expect(notCompared.map(({ unit, reason }) => [unit.name, reason])).toEqual([
    ["Future", "otherVersion"],
    ["New", "notAssessed"],
  ]);
});

test("version 10 is not version 1, and another framework is another version", () => {
  const other = submitted(3);
  const { notCompared } = separate(
    [
      unitOf("Ten", onVersion("10.0.0")),
      unitOf("Other", { ...other, result: { ...other.result, framework: "other@1.0.0" } }),
    ],
    framework,
  );
  expect(notCompared).toHaveLength(2);
});

test("names sort as people count", () => {
  const units = ["Plant 10", "plant 9", "Plant 2"].map((name) => unitOf(name, submitted(3)));
  expect(separate(units, framework).compared.map(({ unit }) => unit.name)).toEqual([
    "Plant 2",
    "plant 9",
    "Plant 10",
  ]);
});
