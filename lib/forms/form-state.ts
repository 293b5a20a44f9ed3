import type { Meanwhile } from "./overtaken";

/** What a form action answers: what went wrong beside each field, or in the whole. */
export type ActionState<Outcome = string> =
  | { status: "idle" }
  | { status: "invalid"; fields: Record<string, string> }
  | { status: "done"; outcome: Outcome };

/** The form as the server answers it: what was typed, what is wrong beside which field, what is wrong in the whole. */
export type FormState<Values> = {
  values: Values;
  fields: Partial<Record<keyof Values, string>>;
  problem: string | null;
};

/** The form of a record that is stored already. */
export type RecordFormState<Values> = FormState<Values> & {
  /** What the record held when the form was opened, or when it was last found overtaken. */
  opened: Values;
  /** What somebody else has stored since; empty while nobody has. */
  meanwhile: Meanwhile<Values>;
};

export function openForm<Values>(values: Values): RecordFormState<Values> {
  return { values, fields: {}, problem: null, opened: values, meanwhile: {} };
}
