import { z } from "zod";
import { lineSchema } from "../units/name-schema";

/** From what is typed into a field to what is stored. */

const TEXT_MAX = 2000;

export const optionalLine = lineSchema.transform((text) => text || null);

export const paragraph = z
  .string()
  .trim()
  .max(TEXT_MAX, `Use at most ${TEXT_MAX} characters.`)
  .transform((typed) => typed.replaceAll("\r\n", "\n"));

const DAY_EXPECTED = "Enter a date such as 2026-11-24, or leave it open.";

/** ISO 8601 */
export const optionalDay = z.union(
  [z.literal("").transform(() => null), z.iso.date(DAY_EXPECTED)],
  DAY_EXPECTED,
);
