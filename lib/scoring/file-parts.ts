import { z } from "zod";
import { BOUNDS } from "../bounds/bounds";

/** What the schemas of files are made of. */

/** What a figure may be off by for having been added up in another order. */
const SLACK = 1e-6;

/** A list, read up to its first fault: a million faults of one kind say no more than one. */
export function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z
    .custom<readonly unknown[]>(Array.isArray, "a list")
    .refine(({ length }) => length <= most, `a list of at most ${most}`)
    .transform((items, context): z.output<Item>[] => {
      const read: z.output<Item>[] = [];
      for (const [index, one] of items.entries()) {
        const parsed = item.safeParse(one);
        if (!parsed.success) {
          for (const issue of parsed.error.issues)
            context.issues.push({ ...issue, path: [index, ...issue.path], input: one } as never);
          return z.NEVER;
        }
        read.push(parsed.data);
      }
      return read;
    });
}

export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `one of ${words.join(", ")}`);
}

export function figureOf(least: number, most: number) {
  const expected = `a number from ${least} to ${most}`;
  return z.number(expected).refine((figure) => figure >= least - SLACK && figure <= most + SLACK, expected);
}

export const revision = z
  .int("a whole number")
  .min(1, "at least 1")
  .max(BOUNDS.revision, `at most ${BOUNDS.revision}`);

const YEARS = `in the years ${BOUNDS.firstYear} to ${BOUNDS.lastYear}`;
const isInYears = (text: string) => {
  const year = Number(text.slice(0, 4));
  return year >= BOUNDS.firstYear && year <= BOUNDS.lastYear;
};

export const day = z.iso.date("a day such as 2026-11-24").refine(isInYears, `a day ${YEARS}`);

export const time = z.iso
  .datetime({ precision: 3, error: "a time such as 2026-11-24T10:00:00.000Z" })
  .refine(isInYears, `a time ${YEARS}`);
