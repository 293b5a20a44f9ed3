import type { ActionState, RecordFormState } from "./form-state";
import { type Fields, type Overtaken, overtake } from "./overtaken";

/** What the form of a stored record is answered with when it was not stored: all that was typed, and why. */
export function notStored<Values extends Fields, Outcome extends string, Stored>(
  { values, opened }: { values: Values; opened: Fields },
  state: ActionState<Outcome | Overtaken<Stored>>,
  { failures, valuesOf }: { failures: Record<Outcome, string>; valuesOf: (stored: Stored) => Values },
): RecordFormState<Values> {
  const asSent = { values, opened: opened as Values, fields: {}, problem: null, meanwhile: {} };
  if (state.status === "idle") return asSent;
  if (state.status === "invalid") {
    return { ...asSent, fields: state.fields as RecordFormState<Values>["fields"] };
  }
  if (typeof state.outcome === "string") return { ...asSent, problem: failures[state.outcome] };
  const stored = valuesOf(state.outcome.overtaken);
  return { ...asSent, ...overtake(opened, { typed: values, stored }), opened: stored };
}
