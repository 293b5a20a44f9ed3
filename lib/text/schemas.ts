import { z } from "zod";
import { lengthOf } from "./length";
import { isVisible, wellFormed } from "./well-formed";

const TOO_LONG = (most: number) => `Use at most ${most} characters.`;

/** Text that comes in, by whatever door, as it stands: made well-formed, then measured in code points. */
export function textSchema(most: number, message = TOO_LONG(most)) {
  return z
    .string()
    .transform(wellFormed)
    .refine((text) => lengthOf(text) <= most, message);
}

/** A line of text without what surrounds it; empty when nothing of it can be seen. */
function line(typed: string): string {
  const text = wellFormed(typed).trim();
  return isVisible(text) ? text : "";
}

export function lineSchema(most: number) {
  return z
    .string()
    .transform(line)
    .refine((text) => lengthOf(text) <= most, TOO_LONG(most))
    .refine((text) => !/[\n\t]/.test(text), "Use a single line.");
}

/** A line that shows something. */
export function nameSchema(most: number) {
  return lineSchema(most).refine((text) => text !== "", "Enter a name.");
}
