import type { FormState, RecordFormState } from "../forms/form-state";
import { typedText } from "../forms/typed-text";
import type { ItemDetails, Kind } from "./item";

/** What stands in the fields of the form, as typed. */
export type ItemFormValues = {
  kind: string;
  name: string;
  owner: string;
  stage: string;
  /** Ids of processes. */
  serves: readonly string[];
  value: string;
  riskClass: string;
  reviewedOn: string;
  note: string;
};

export type ItemFormState = FormState<ItemFormValues>;
export type ItemEditState = RecordFormState<ItemFormValues>;

export function newItemForm(kind: Kind): ItemFormState {
  const values = {
    ...{ kind, name: "", owner: "", stage: "", serves: [], value: "", riskClass: "", reviewedOn: "" },
    note: "",
  };
  return { values, fields: {}, problem: null };
}

export function itemValues(details: ItemDetails): ItemFormValues {
  const { kind, name, owner, stage, serves, value, riskClass, reviewedOn, note } = details;
  return {
    ...{ kind, name, note },
    serves: serves.toSorted(),
    owner: owner ?? "",
    stage: stage ?? "",
    value: value ?? "",
    riskClass: riskClass ?? "",
    reviewedOn: reviewedOn ?? "",
  };
}

/** Nothing but text: a file or a missing field is as if left empty. */
export function typedItem(form: FormData): ItemFormValues {
  const text = (name: string) => typedText(form, name);
  return {
    kind: text("kind"),
    name: text("name"),
    owner: text("owner"),
    stage: text("stage"),
    serves: form
      .getAll("serves")
      .filter((id) => typeof id === "string")
      .sort(),
    value: text("value"),
    riskClass: text("riskClass"),
    reviewedOn: text("reviewedOn"),
    note: text("note"),
  };
}
