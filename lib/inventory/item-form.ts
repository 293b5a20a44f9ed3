import type { FormState } from "../forms/form-state";
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

export function newItemForm(kind: Kind): ItemFormState {
  const values = {
    ...{ kind, name: "", owner: "", stage: "", serves: [], value: "", riskClass: "", reviewedOn: "" },
    note: "",
  };
  return { values, fields: {}, problem: null };
}

export function itemForm(details: ItemDetails): ItemFormState {
  const { kind, name, owner, stage, serves, value, riskClass, reviewedOn, note } = details;
  const values = {
    ...{ kind, name, serves, note },
    owner: owner ?? "",
    stage: stage ?? "",
    value: value ?? "",
    riskClass: riskClass ?? "",
    reviewedOn: reviewedOn ?? "",
  };
  return { values, fields: {}, problem: null };
}

/** Nothing but text: a file or a missing field is as if left empty. */
export function typedItem(form: FormData): ItemFormValues {
  const text = (name: string) => typedText(form, name);
  return {
    kind: text("kind"),
    name: text("name"),
    owner: text("owner"),
    stage: text("stage"),
    serves: form.getAll("serves").filter((id) => typeof id === "string"),
    value: text("value"),
    riskClass: text("riskClass"),
    reviewedOn: text("reviewedOn"),
    note: text("note"),
  };
}
