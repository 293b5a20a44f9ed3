import { BOUNDS } from "../bounds/bounds";
import { inQuotes, noFaults, tell } from "../csv/faults";
import { groupBy } from "../grouping/group-by";
import { TOO_DEEP } from "./depth";
import { parentsFirst } from "./parents-first";
import { levelsOf } from "./tree";
import type { UnitRow } from "./unit-table";

type Here = { id: string; parentId: string | null; name: string };

/** Rows with the id of their parent where it is here already, each after its parent; or what keeps them from it. */
export function placeRows(rows: readonly UnitRow[], here: readonly Here[]) {
  const found = noFaults();
  const inFile = new Map<string, string>();
  const named = groupBy(here, ({ name }) => name);
  for (const { place, name } of rows) {
    const first = inFile.get(name);
    const at = `${place}, name`;
    if (first !== undefined) tell(found, at, `${inQuotes(name)} stands in ${first} already.`);
    else if (named.has(name)) tell(found, at, `There is a unit ${inQuotes(name)} here already.`);
    else inFile.set(name, place);
  }
  for (const { place, parent } of rows) {
    if (parent === null || inFile.has(parent)) continue;
    const above = named.get(parent)?.length ?? 0;
    const at = `${place}, parent`;
    if (above === 0) tell(found, at, `There is no unit ${inQuotes(parent)}, here or in the file.`);
    if (above > 1) tell(found, at, `Several units here are called ${inQuotes(parent)}.`);
  }
  if (found.faults.length > 0) return { ordered: [], ...found };
  const items = rows.map((row) => ({ ...row, id: row.name, parentId: row.parent }));
  const { ordered, lost } = parentsFirst(items, new Set(named.keys()));
  for (const { place, name } of lost) {
    tell(found, `${place}, parent`, `${inQuotes(name)} would stand below itself.`);
  }
  const placed = ordered.map(({ id, parentId, ...row }) => ({
    ...row,
    parentId: parentId === null ? null : (named.get(parentId)?.[0]?.id ?? null),
  }));
  const levels = levelsOf(here);
  const levelsInFile = new Map<string, number>();
  for (const { place, name, parent, parentId } of placed) {
    const row = levelsInFile.get(parent ?? "") ?? 0;
    const above = row || (levels.get(parentId ?? "") ?? 0);
    levelsInFile.set(name, above + 1);
    // A row below one that is too deep would be told the same again.
    if (above >= BOUNDS.unitDepth && row <= BOUNDS.unitDepth)
      tell(found, `${place}, parent`, `${inQuotes(name)} would stand too deep. ${TOO_DEEP}`);
  }
  return { ordered: placed, ...found };
}
