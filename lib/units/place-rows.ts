import { groupBy } from "../grouping/group-by";
import type { Fault } from "../import/answer";
import { parentsFirst } from "../organization-file/parents-first";
import type { UnitRow } from "./unit-csv";

type Here = { id: string; name: string };

/** Rows with the id of their parent where it is here already, each after its parent; or what keeps them from it. */
export function placeRows(rows: readonly UnitRow[], here: readonly Here[]) {
  const faults: Fault[] = [];
  const inFile = new Map<string, number>();
  const named = groupBy(here, ({ name }) => name);
  for (const { line, name } of rows) {
    const first = inFile.get(name);
    const place = `line ${line}, name`;
    if (first !== undefined) faults.push({ place, text: `“${name}” stands in line ${first} already.` });
    else if (named.has(name)) faults.push({ place, text: `There is a unit “${name}” here already.` });
    else inFile.set(name, line);
  }
  for (const { line, parent } of rows) {
    if (parent === null || inFile.has(parent)) continue;
    const found = named.get(parent)?.length ?? 0;
    const place = `line ${line}, parent`;
    if (found === 0)
      faults.push({ place, text: `There is no unit “${parent.slice(0, 100)}”, here or in the file.` });
    if (found > 1) faults.push({ place, text: `Several units here are called “${parent}”.` });
  }
  if (faults.length > 0) return { ordered: [], faults };
  const items = rows.map((row) => ({ ...row, id: row.name, parentId: row.parent }));
  const { ordered, lost } = parentsFirst(items, new Set(named.keys()));
  for (const { line, name } of lost) {
    faults.push({ place: `line ${line}, parent`, text: `“${name}” would stand below itself.` });
  }
  const placed = ordered.map(({ id, parentId, ...row }) => ({
    ...row,
    parentId: parentId === null ? null : (named.get(parentId)?.[0]?.id ?? null),
  }));
  return { ordered: placed, faults };
}
