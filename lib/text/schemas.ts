import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { lengthOf } from "./length";
import { isVisible, wellFormed } from "./well-formed";

const TOO_LONG = (most: number) => `Use at most ${most} characters.`;
const TOO_MANY_LINES = `Use at most ${BOUNDS.lines} lines.`;

/** A fault as its reader is told it, such as with the name of the field before it. */
type Say = (fault: string) => string;
const asItIs: Say = (fault) => fault;

/** Text of a file or a program as it stands: made well-formed, then measured in code points. */
export function textSchema(most: number) {
  return z
    .string("a text")
    .transform(wellFormed)
    .refine((text) => lengthOf(text) <= most, `at most ${most} characters`);
}

export function hasFewLines(text: string): boolean {
  return text.split("\n").length <= BOUNDS.lines;
}

/** Text that people type, without what surrounds it. */
export function paragraphSchema(most: number, say = asItIs) {
  return z
    .string("text")
    .transform((typed) => wellFormed(typed).trim())
    .refine((text) => lengthOf(text) <= most, say(TOO_LONG(most)))
    .refine(hasFewLines, say(TOO_MANY_LINES));
}

/** A line of text without what surrounds it; empty when nothing of it can be seen. */
function line(typed: string): string {
  const text = wellFormed(typed).trim();
  return isVisible(text) ? text : "";
}

export function lineSchema(most: number, say = asItIs) {
  return z
    .string("text")
    .transform(line)
    .refine((text) => lengthOf(text) <= most, say(TOO_LONG(most)))
    .refine((text) => !/[\n\t]/.test(text), say("Use a single line."));
}

/** A line that shows something. */
export function nameSchema(most: number, missing = "Enter a name.") {
  return lineSchema(most).refine((text) => text !== "", missing);
}
