import { z } from "zod";
import { optionalDay, optionalLine, paragraph } from "../forms/field-schemas";
import type { RecordFormState } from "../forms/form-state";
import { typedText } from "../forms/typed-text";
import { type RiskDecision, TREATMENTS } from "./entry";

/** What stands in the fields of the form, as typed. */
export type RiskFormValues = Record<keyof RiskDecision, string>;

export type RiskFormState = RecordFormState<RiskFormValues>;

const NAMES = [
  "owner",
  "treatment",
  "acceptedBy",
  "acceptedUntil",
  "contingency",
  "indicator",
  "reviewOn",
  "note",
] as const satisfies readonly (keyof RiskDecision)[];

export function riskForm(decision: RiskDecision | null): RiskFormValues {
  const values = NAMES.map((name) => [name, decision?.[name] ?? ""] as const);
  return Object.fromEntries(values) as RiskFormValues;
}

/** Nothing but text: a file or a missing field is as if left empty. */
export function typedRisk(form: FormData): RiskFormValues {
  const values = NAMES.map((name) => [name, typedText(form, name)] as const);
  return Object.fromEntries(values) as RiskFormValues;
}

/**
 * From what was typed to what is stored, as of the day `today` (ISO 8601). Who accepts a risk says who and until when; a
 * decision that is none of acceptance keeps neither.
 */
export const riskDecisionSchema = z
  .object({
    today: z.iso.date(),
    owner: optionalLine,
    treatment: z
      .enum([...TREATMENTS, ""], "Choose a treatment, or leave it open.")
      .transform((treatment) => treatment || null),
    acceptedBy: optionalLine,
    acceptedUntil: optionalDay,
    contingency: paragraph,
    indicator: paragraph,
    reviewOn: optionalDay,
    note: paragraph,
  })
  .superRefine(({ treatment, acceptedBy, acceptedUntil, today }, context) => {
    if (treatment !== "accept") return;
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (acceptedBy === null) fault("acceptedBy", "Enter who accepts the risk.");
    if (acceptedUntil === null) fault("acceptedUntil", "Enter until when it is accepted.");
    else if (acceptedUntil < today) fault("acceptedUntil", "Enter a day that has not passed.");
  })
  .transform(
    ({ today: _, ...decision }): RiskDecision =>
      decision.treatment === "accept" ? decision : { ...decision, acceptedBy: null, acceptedUntil: null },
  );
