import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newUnitForm, typedUnit, unitValues } from "@/lib/units/unit-form";
import { newUnitSchema, unitDetailsSchema } from "@/lib/units/unit-schema";

const typed = { ...newUnitForm().values, name: "Retail Banking" };

function faults(change: Partial<typeof typed>): Record<string, string> {
  const parsed = newUnitSchema.safeParse({ ...typed, ...change });
  return Object.fromEntries(parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? []);
}

describe("the unit form", () => {
  test("becomes what is stored: trimmed, empty text null, counts as numbers", () => {
    const input = {
      ...typed,
      name: "  Retail Banking ",
      region: " EMEA ",
      industry: " ",
      unitsInScope: " 15 ",
    };
    expect(newUnitSchema.parse(input)).toEqual({
      name: "Retail Banking",
      region: "EMEA",
      industry: null,
      regulated: false,
      unitsInScope: 15,
      processesInScope: 1,
      parentId: null,
    });
  });

  test.each([
    ["name", " ", "Enter a name."],
    ["name", "x".repeat(101), "Use at most 100 characters."],
    ["region", "EMEA\nAPAC", "Use a single line."],
    ["unitsInScope", "", "Enter the number of units in scope: a whole number from 0 to 100,000."],
    ["unitsInScope", "-1", "Enter the number of units in scope: a whole number from 0 to 100,000."],
    ["processesInScope", "2.5", "Enter the number of processes in scope: a whole number from 0 to 100,000."],
    [
      "processesInScope",
      "100001",
      "Enter the number of processes in scope: a whole number from 0 to 100,000.",
    ],
  ] as const)("names the field: %s as %j", (field, value, message) => {
    expect(faults({ [field]: value })).toEqual({ [field]: message });
  });

  test("any text at all is either taken or refused with a field, never a throw", () => {
    const text = fc.string({ unit: "binary", maxLength: 120 });
    fc.assert(
      fc.property(text, text, text, text, (name, region, unitsInScope, processesInScope) => {
        const parsed = newUnitSchema.safeParse({ ...typed, name, region, unitsInScope, processesInScope });
        if (parsed.success) {
          expect(parsed.data.name).not.toBe("");
          expect(Number.isInteger(parsed.data.unitsInScope)).toBe(true);
        } else for (const issue of parsed.error.issues) expect(Object.keys(typed)).toContain(issue.path[0]);
      }),
    );
  });

  test("shows a stored unit as it would be typed, and reads it back as it was", () => {
    const unit = {
      name: "Plant 7",
      region: null,
      industry: "Manufacturing",
      regulated: true,
      unitsInScope: 0,
      processesInScope: 200,
    };
    expect(unitDetailsSchema.parse(unitValues(unit))).toEqual(unit);
  });

  test("a file in place of text is as if nothing was typed", () => {
    const form = new FormData();
    form.set("name", new File(["x"], "x.txt"));
    form.set("regulated", "on");
    expect(typedUnit(form)).toEqual({
      name: "",
      region: "",
      industry: "",
      regulated: true,
      unitsInScope: "",
      processesInScope: "",
      parentId: "",
    });
  });
});
