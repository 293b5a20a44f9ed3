import { inQuotes } from "../csv/faults";

/** Why a row or file finds no unit: `name` as it gives it, how many have it, and the unit chosen for all, if one was. */
export function unmatchedUnit(name: string | null, found: number, chosen: string | undefined): string {
  if (chosen !== undefined) return "The unit that was chosen is no longer in use.";
  if (name === null) return "Name the unit, or choose one for the whole table.";
  return found === 0
    ? `There is no unit ${inQuotes(name)} here.`
    : `Several units here are called ${inQuotes(name)}.`;
}
