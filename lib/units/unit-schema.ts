import { z } from "zod";
import { optionalLine } from "../forms/field-schemas";
import { nameSchema } from "./name-schema";

const SCOPE_MAX = 100_000;

const count = (what: string) => {
  const expected = `Enter the number of ${what} in scope: a whole number from 0 to 100,000.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, expected)
    .transform(Number)
    .refine((value) => value <= SCOPE_MAX, expected);
};

/** From what was typed to what is stored: text trimmed, empty text null, counts as numbers. */
export const unitDetailsSchema = z.object({
  name: nameSchema,
  region: optionalLine,
  industry: optionalLine,
  regulated: z.boolean(),
  unitsInScope: count("units"),
  processesInScope: count("processes"),
});

/** Empty is the top of the tree. */
export const parentSchema = z
  .string()
  .max(100)
  .transform((id) => id || null);

export const newUnitSchema = unitDetailsSchema.extend({ parentId: parentSchema });
