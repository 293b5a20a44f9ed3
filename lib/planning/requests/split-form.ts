import { z } from "zod";
import { type Sent, typedText } from "../../forms/typed-text";
import { steady } from "../../scoring/steady";
import { type LockedPart, PARTS_MAX, type PlanItem } from "../plan";

/** What stands in the fields of a part, as typed. */
export type TypedPart = { week: string; work: string };

export function partField(place: number, field: keyof TypedPart): string {
  return `parts.${place}.${field}`;
}

const places = Array.from({ length: PARTS_MAX }, (_, place) => place);

/** A row for each part that there can be; of an action in one go half the work, and the rest for a week to be chosen. */
export function splitForm({ startWeek, personWeeks, parts }: PlanItem): TypedPart[] {
  const half = steady(Math.ceil(personWeeks * 50) / 100);
  const proposed: TypedPart[] = [
    { week: String(startWeek), work: String(half) },
    { week: "", work: String(steady(personWeeks - half)) },
  ];
  const typed =
    parts?.map((part) => ({ week: String(part.startWeek), work: String(part.personWeeks) })) ?? proposed;
  return places.map((place) => typed[place] ?? { week: "", work: "" });
}

export function typedParts(sent: Sent): TypedPart[] {
  const text = (place: number, field: keyof TypedPart) => typedText(sent, partField(place, field)).trim();
  return places.map((place) => ({ week: text(place, "week"), work: text(place, "work") }));
}

const partSchema = z.object({
  week: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "Enter the week of the plan that the part begins in.")
    .transform(Number),
  work: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,2})?$/, "Enter the person-weeks of the part as a number, such as 2 or 1.5.")
    .transform(Number)
    .refine((work) => work > 0, "Enter more than 0 person-weeks, or leave the part empty."),
});

/** The parts that were typed; rows that are left empty are none. */
export const partsSchema = z
  .array(
    z
      .object({ week: z.string(), work: z.string() })
      .transform((typed) => (typed.week === "" && typed.work === "" ? null : typed))
      .pipe(partSchema.nullable()),
  )
  .transform((rows) =>
    rows.flatMap((row): LockedPart[] => (row ? [{ startWeek: row.week, personWeeks: row.work }] : [])),
  )
  .refine((parts) => parts.length > 1, { message: "Enter at least two parts.", path: [1, "week"] });
