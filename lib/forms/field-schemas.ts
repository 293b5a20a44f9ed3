import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { lineSchema, paragraphSchema } from "../text/schemas";

/** From what is typed into a field to what is stored. */

export const optionalLine = lineSchema(BOUNDS.name).transform((text) => text || null);

export const paragraph = paragraphSchema(BOUNDS.paragraph);

const { firstYear, lastYear } = BOUNDS;

/** ISO 8601, of a year that calendars and files can show. */
export function daySchema(expected: string) {
  return z.iso
    .date({ error: expected, abort: true })
    .refine(
      (day) => Number(day.slice(0, 4)) >= firstYear && Number(day.slice(0, 4)) <= lastYear,
      `Enter a date of the years ${firstYear} to ${lastYear}.`,
    );
}

/** As `daySchema`, or nothing. */
export const optionalDay = z
  .string()
  .transform((typed) => typed || null)
  .pipe(daySchema("Enter a date such as 2026-11-24, or leave it open.").nullable());
