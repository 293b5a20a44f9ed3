import { expect, test } from "vitest";
import { NEW_UNIT, typedNewAssessment } from "@/lib/assessments/assessment-form";
import { newAssessmentSchema, scopeSchema } from "@/lib/assessments/new-assessment-schema";

function form(entries: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.set(name, value);
  return data;
}

const problemsOf = (input: unknown) =>
  newAssessmentSchema.safeParse(input).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("what is typed is read as it was typed, and a missing field is as if left empty", () => {
  expect(typedNewAssessment(form({ unitId: NEW_UNIT, unitName: " Retail ", regulated: "on" }))).toEqual({
    unitId: NEW_UNIT,
    unitName: " Retail ",
    depth: "",
    targetPhase: "",
    carryOver: false,
    regulated: true,
    unitsInScope: "",
    processesInScope: "",
  });
});

test("every fault is named at once", () => {
  const nothing = typedNewAssessment(form({}));
  expect(problemsOf({ ...nothing, unitName: "" }).sort()).toEqual([
    "depth",
    "processesInScope",
    "targetPhase",
    "unitId",
    "unitName",
    "unitsInScope",
  ]);
});

test("a name counts only for a unit that is created along", () => {
  const typed = {
    ...typedNewAssessment(form({ unitId: "u1", unitsInScope: "3", processesInScope: " 20 " })),
    depth: "quick",
    targetPhase: "foundation",
  };
  expect(newAssessmentSchema.parse({ ...typed, unitName: undefined })).toMatchObject({
    unitId: "u1",
    unitsInScope: 3,
    processesInScope: 20,
  });
  expect(problemsOf({ ...typed, unitId: NEW_UNIT, unitName: " " })).toEqual(["unitName"]);
});

test("a scope has a phase and whole numbers", () => {
  const scope = { targetPhase: "maturity", regulated: false, unitsInScope: "1", processesInScope: "1" };
  expect(scopeSchema.parse(scope)).toEqual({ ...scope, unitsInScope: 1, processesInScope: 1 });
  for (const wrong of [{ targetPhase: "soon" }, { unitsInScope: "1.5" }, { processesInScope: "-1" }]) {
    expect(scopeSchema.safeParse({ ...scope, ...wrong }).success).toBe(false);
  }
});
