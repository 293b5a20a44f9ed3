import { BOUNDS } from "./bounds";

/** The lists of an organization that are bounded as a whole: all that its file holds. */
const NOUNS = {
  units: "units, archived ones with them",
  assessments: "assessments",
  plans: "plans",
  registers: "risks with a decision",
  inventory: "inventory items",
} as const satisfies Partial<Record<keyof typeof BOUNDS, string>>;

export type BoundedList = keyof typeof NOUNS;

const most = (list: BoundedList) => BOUNDS[list].toLocaleString("en-US");

/** Said where one more is refused. */
export function fullOf(list: BoundedList): string {
  return `An organization has at most ${most(list)} ${NOUNS[list]}. Delete what is not needed any more.`;
}

/** Said of a file that brings more than there is room for. */
export function tooManyOf(list: BoundedList): string {
  return `with what is here already, at most ${most(list)} ${NOUNS[list]}`;
}
