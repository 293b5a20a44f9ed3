import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { optionalLine } from "../forms/field-schemas";
import { nameSchema } from "../text/schemas";

const count = (what: string) => {
  const expected = `Enter the number of ${what} in scope: a whole number from 0 to ${BOUNDS.unitScope.toLocaleString("en-US")}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, expected)
    .transform(Number)
    .refine((value) => value <= BOUNDS.unitScope, expected);
};

/** From what was typed to what is stored: text trimmed, empty text null, counts as numbers. */
export const unitDetailsSchema = z.object({
  name: nameSchema(BOUNDS.name),
  region: optionalLine,
  industry: optionalLine,
  regulated: z.boolean(),
  unitsInScope: count("units"),
  processesInScope: count("processes"),
});

/** Empty is the top of the tree. */
export const parentSchema = z
  .string()
  .max(BOUNDS.id)
  .transform((id) => id || null);

export const newUnitSchema = unitDetailsSchema.extend({ parentId: parentSchema });
