import type { FormState, RecordFormState } from "../forms/form-state";
import { typedText } from "../forms/typed-text";

/** What stands in the fields of the unit form, as typed. */
export type UnitFormValues = {
  name: string;
  region: string;
  industry: string;
  regulated: boolean;
  unitsInScope: string;
  processesInScope: string;
  /** Empty for a unit at the top. */
  parentId: string;
};

export type UnitFormState = FormState<UnitFormValues>;

/** Where a unit stands in the tree is changed elsewhere. */
export type UnitEditValues = Omit<UnitFormValues, "parentId">;

export type UnitEditState = RecordFormState<UnitEditValues>;

type UnitLike = {
  name: string;
  region: string | null;
  industry: string | null;
  regulated: boolean;
  unitsInScope: number;
  processesInScope: number;
};

export function newUnitForm(parentId = ""): UnitFormState {
  const values = {
    name: "",
    region: "",
    industry: "",
    regulated: false,
    unitsInScope: "1",
    processesInScope: "1",
    parentId,
  };
  return { values, fields: {}, problem: null };
}

export function unitValues(unit: UnitLike): UnitEditValues {
  return {
    name: unit.name,
    region: unit.region ?? "",
    industry: unit.industry ?? "",
    regulated: unit.regulated,
    unitsInScope: String(unit.unitsInScope),
    processesInScope: String(unit.processesInScope),
  };
}

/** Nothing but text and a tick: a file or a missing field is as if left empty. */
export function typedUnit(form: FormData): UnitFormValues {
  const text = (name: string) => typedText(form, name);
  return {
    name: text("name"),
    region: text("region"),
    industry: text("industry"),
    regulated: form.get("regulated") !== null,
    unitsInScope: text("unitsInScope"),
    processesInScope: text("processesInScope"),
    parentId: text("parentId"),
  };
}
