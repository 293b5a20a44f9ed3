import { z } from "zod";

/** Letters of a name, of a unit or an organization. */
const NAME_MAX = 100;

/** One line of text, without what surrounds it; may be empty. */
export const lineSchema = z
  .string()
  .trim()
  .max(NAME_MAX, `Use at most ${NAME_MAX} characters.`)
  .regex(/^\P{Cc}*$/u, "Use a single line without control characters.");

export const nameSchema = lineSchema.min(1, "Enter a name.");
