import { z } from "zod";
import { optionalDay, optionalLine, paragraph } from "../forms/field-schemas";
import { nameSchema } from "../units/name-schema";
import { type ItemDetails, KINDS, RISK_CLASSES, STAGES, VALUES } from "./item";

/** Processes that one system or use case can serve. */
export const SERVES_MAX = 200;

const open = <const Key extends string>(keys: readonly Key[], expected: string) =>
  z.enum([...keys, ""], expected).transform((key): Key | null => (key === "" ? null : (key as Key)));

/** From what was typed, in a form or a table, to what is stored; `serves` holds names or ids, as the caller has them. */
export const itemSchema = z
  .object({
    kind: z.enum(KINDS, "Choose what it is."),
    // Names stand in one cell of a table, with semicolons between them.
    name: nameSchema.regex(/^[^;]*$/, "Use a name without a semicolon."),
    owner: optionalLine,
    stage: open(STAGES, "Choose a stage, or leave it open."),
    serves: z.array(z.string().max(100)).max(SERVES_MAX, `Choose at most ${SERVES_MAX} processes.`),
    value: open(VALUES, "Choose a value, or leave it open."),
    riskClass: open(RISK_CLASSES, "Choose a risk class, or leave it open."),
    reviewedOn: optionalDay,
    note: paragraph,
  })
  .transform(
    (details): ItemDetails =>
      details.kind === "process" ? { ...details, stage: null, riskClass: null, serves: [] } : details,
  );
