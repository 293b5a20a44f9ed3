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
  test("of a long path are the top, and what stands nearest above", () => {
    const names = [
      "Government",
      ...Array.from({ length: 8 }, (_, index) => `Department of matters ${index}`),
    ];
    const chain = names.map((name, index) => unit(name, names[index - 1] ?? null));
    const end = chain.at(-1)?.name ?? "";
    const twin = { ...unit("twin", end), name: "Office of Inspector General" };
    const other = { ...unit("other", chain.at(-2)?.name ?? ""), name: "Office of Inspector General" };
    const labels = parentOptions([...chain, twin, other]).map(({ label }) => label);
    expect(labels.at(-2)).toBe(
      "Government / … / Department of matters 6 / Department of matters 7 / Office of Inspector General",
    );
    expect(labels.at(-1)).toBe(
      "Government / … / Department of matters 5 / Department of matters 6 / Office of Inspector General",
    );
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("take room that grows with their number, not with their depth", () => {
    const sizeOf = (depth: number) => {
      const chain = Array.from({ length: depth }, (_, index) =>
        unit(`Unit number ${index}`, index === 0 ? null : `Unit number ${index - 1}`),
      );
      return parentOptions(chain).reduce((sum, { label }) => sum + label.length, 0);
    };
    expect(sizeOf(10_000)).toBeLessThan(12 * sizeOf(1_000));
    expect(
      pathTo(
        Array.from({ length: 100 }, (_, i) => unit(`${i}`, i === 0 ? null : `${i - 1}`)),
        { parentId: "99" },
      ),
    ).toHaveLength(20);
  });

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
