import type { z } from "zod";

/** The first fault of each field, by its name: `people.data-lead`. */
export function faultsByField({ issues }: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[path.join(".")] ??= message;
  return fields;
}
