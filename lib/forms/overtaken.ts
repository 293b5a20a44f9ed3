import { z } from "zod";
import type { Sent } from "./typed-text";

/** Of a form whose record somebody else has changed meanwhile: nothing of either is lost, and a person decides. */

export type FieldValue = string | boolean | readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

/** Instead of being changed, a record that somebody else has changed since its form was opened. */
export type Overtaken<Stored> = { overtaken: Stored };

/** By field that is not as it was: what is stored now, and whether the form has it too because nobody typed there. */
export type Meanwhile<Values> = { [Name in keyof Values]?: { stored: Values[Name]; takenOver: boolean } };

/** The field that holds, as JSON, what the form held when it was opened. */
export const OPENED = "opened";

export const fieldsSchema = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));

/** What a form held when it was opened; nothing of a form that does not say so. */
export function openedFields(sent: Sent): Fields {
  const text = sent.get(OPENED);
  if (typeof text !== "string") return {};
  try {
    return fieldsSchema.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

/** Whether storing `wanted` would take back what was stored since a form was opened. */
export function isOvertaken(stored: Fields, { opened, wanted }: { opened: Fields; wanted: Fields }): boolean {
  return Object.keys(overtake(opened, { typed: wanted, stored }).meanwhile).length > 0;
}

/** What is typed goes before what is stored, and what is stored before what nobody touched. */
export function overtake<Values extends Fields>(
  opened: Fields,
  { typed, stored }: { typed: Values; stored: Values },
): { values: Values; meanwhile: Meanwhile<Values> } {
  const values: Record<string, FieldValue> = { ...typed };
  const meanwhile: Record<string, { stored: FieldValue; takenOver: boolean }> = {};
  for (const [name, now] of Object.entries(stored)) {
    const mine = typed[name];
    if (same(now, opened[name]) || same(now, mine)) continue;
    const takenOver = same(mine, opened[name]);
    if (takenOver) values[name] = now;
    meanwhile[name] = { stored: now, takenOver };
  }
  return { values: values as Values, meanwhile: meanwhile as Meanwhile<Values> };
}

function same(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
