import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";
import { textSchema } from "../text/schemas";
import { isVisible } from "../text/well-formed";

/** What the rows of an organization's file are made of. */

const line = textSchema(BOUNDS.name)
  .refine((text) => !/[\n\t]/.test(text), "a single line without control characters")
  .refine((text) => text.trim() === text, "a text without blanks around it");
export const name = line.refine(isVisible, "a name");
export const optionalLine = line.refine(isVisible, "a text that is not empty, or null").nullable();
export const id = z
  .uuid("an id (a UUID)")
  .refine((text) => text === text.toLowerCase(), "an id in lower case");
export const flag = z.boolean("true or false");
export const count = (most: number) =>
  z.int("a whole number").min(0, "at least 0").max(most, `at most ${most}`);
export const hash = z.string("a hash").regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal");
export const key = textSchema(BOUNDS.key);
export const remark = textSchema(BOUNDS.paragraph);
