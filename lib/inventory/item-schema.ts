import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { optionalDay, optionalLine, paragraph } from "../forms/field-schemas";
import { lineSchema, nameSchema } from "../text/schemas";
import { type ItemDetails, KINDS, RISK_CLASSES, STAGES, VALUES } from "./item";

const open = <const Key extends string>(keys: readonly Key[], expected: string) =>
  z.enum([...keys, ""], expected).transform((key): Key | null => (key === "" ? null : (key as Key)));

/** From what was typed, in a form or a table, to what is stored; `serves` holds names or ids, as the caller has them. */
export const itemSchema = z
  .object({
    kind: z.enum(KINDS, "Choose what it is."),
    // Names stand in one cell of a table, with semicolons between them.
    name: nameSchema(BOUNDS.name).refine((name) => !name.includes(";"), "Use a name without a semicolon."),
    owner: optionalLine,
    stage: open(STAGES, "Choose a stage, or leave it open."),
    serves: z.array(lineSchema(BOUNDS.name)).max(BOUNDS.serves, `Choose at most ${BOUNDS.serves} processes.`),
    value: open(VALUES, "Choose a value, or leave it open."),
    riskClass: open(RISK_CLASSES, "Choose a risk class, or leave it open."),
    reviewedOn: optionalDay,
    note: paragraph,
  })
  .transform(
    (details): ItemDetails =>
      details.kind === "process" ? { ...details, stage: null, riskClass: null, serves: [] } : details,
  );
