import { describe, expect, test } from "vitest";
import { findUnits, parentOptions, pathTo } from "@/lib/units/unit-list";

const unit = (
  id: string,
  parentId: string | null,
  region: string | null = null,
  industry: string | null = null,
) => ({
  id,
  name: id,
  parentId,
  region,
  industry,
});
const group = unit("Group", null);
const emea = unit("EMEA", "Group");
const retail = unit("Retail Banking", "EMEA", "Benelux", "Financial services");
const units = [group, emea, retail];

describe("finding units", () => {
  test("an empty query finds all", () => {
    expect(findUnits(units, "  ")).toEqual(units);
  });

  test("every word must be in name, region or industry, whatever its case", () => {
    expect(findUnits(units, "bank BENE")).toEqual([retail]);
    expect(findUnits(units, "bank asia")).toEqual([]);
  });
});

describe("the path to a unit", () => {
  test("leads from the top to its parent", () => {
    expect(pathTo(units, retail)).toEqual([group, emea]);
    expect(pathTo(units, group)).toEqual([]);
  });

  test("begins where units above are not among the given", () => {
    expect(pathTo([emea, retail], retail)).toEqual([emea]);
  });
});

describe("the places a unit may be moved to", () => {
  test("are named with what stands above them", () => {
    expect(parentOptions(units).map(({ label }) => label)).toEqual([
      "Group",
      "Group / EMEA",
      "Group / EMEA / Retail Banking",
    ]);
  });

  test("leave out the unit itself and what is below it", () => {
    expect(parentOptions(units, new Set(["EMEA", "Retail Banking"]))).toEqual([
      { id: "Group", label: "Group" },
    ]);
  });
});
