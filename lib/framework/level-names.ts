import type { Framework } from "./types";

/** Of the method, for a framework that names none. */
export const LEVEL_NAMES: NonNullable<Framework["levels"]> = [
  "Ad hoc",
  "Emerging",
  "Defined",
  "Managed",
  "Optimized",
];

/** What a framework calls its levels 1–5, and the bands of the score. */
export function levelNames({ levels }: Pick<Framework, "levels">): NonNullable<Framework["levels"]> {
  return levels ?? LEVEL_NAMES;
}
