import { PAGE_ROWS } from "../paging/page-of";
import type { Band, Bounded, Outcome } from "../scoring/result";
import { subtreeIds } from "../units/tree";
import { findUnits } from "../units/unit-list";
import { BETTER } from "./compare-column";
import { byUnitName, type ComparedUnit } from "./compared-unit";
import { figuresOf, type Grouping, type Measure, OVERALL } from "./figures";

/** The column of the names, beside `OVERALL` and the keys of areas and capabilities. */
export const NAME = "name";

export type Direction = "asc" | "desc";
export type Sort = { column: string; direction: Direction };

/** Which units are compared, by what and in which order: everything a shared address says. */
export type View = {
  /** Words that the name, region or industry contains. */
  find: string;
  /** Ids; all when empty, as are the lists below. */
  units: string[];
  /** Only this unit and what is below it in the tree. */
  under: string | null;
  verdict: Outcome[];
  band: Band[];
  by: Grouping;
  measure: Measure;
  /** Null: the best first. */
  sort: Sort | null;
  /** Ids of the units laid over each other. */
  chosen: string[];
  /** Of the heat map, from 1. */
  page: number;
};

export const CHOSEN_MAX = 4;

type Node = {
  id: string;
  parentId: string | null;
  name: string;
  region?: string | null;
  industry?: string | null;
};

/** The units that the view asks for, in the order given. What is not there is not found: no error. */
export function filterUnits<T extends ComparedUnit>(
  compared: readonly T[],
  tree: readonly Node[],
  view: Pick<View, "find" | "units" | "under" | "verdict" | "band">,
): T[] {
  const ids = new Set(view.units);
  const found = view.find === "" ? null : new Set(findUnits(tree, view.find).map(({ id }) => id));
  const below = view.under === null ? null : subtreeIds(tree, view.under);
  return compared.filter(({ unit, latest: { result } }) => {
    if (found && !found.has(unit.id)) return false;
    if (ids.size > 0 && !ids.has(unit.id)) return false;
    if (below && !below.has(unit.id)) return false;
    if (view.verdict.length > 0 && !view.verdict.includes(result.verdict.outcome)) return false;
    return view.band.length === 0 || (result.score.band !== null && view.band.includes(result.score.band));
  });
}

export function sortOf({ sort, measure }: Pick<View, "sort" | "measure">): Sort {
  return sort ?? { column: OVERALL, direction: BETTER[measure] === "higher" ? "desc" : "asc" };
}

/** Units without a figure come last in either direction, equal ones by name. */
export function sortUnits<T extends ComparedUnit>(
  units: readonly T[],
  view: Pick<View, "by" | "measure" | "sort">,
): T[] {
  const { column, direction } = sortOf(view);
  const sign = direction === "asc" ? 1 : -1;
  if (column === NAME) return [...units].sort((a, b) => sign * byUnitName(a, b));
  const values = new Map(
    units.map(({ unit, latest }) => [
      unit.id,
      knownValue(figuresOf(latest.result, view.by, view.measure).get(column)),
    ]),
  );
  return [...units].sort((a, b) => {
    const [left, right] = [values.get(a.unit.id) ?? null, values.get(b.unit.id) ?? null];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byUnitName(a, b);
    return sign * (left - right) || byUnitName(a, b);
  });
}

const knownValue = (figure: Bounded | undefined) => figure?.value ?? null;

/** As many as a person still looks through to tick some. */
const OFFERED_MAX = 4 * PAGE_ROWS;

/** The units to tick from, by name: all when they are few, else those in sight and those ticked. */
export function offeredUnits<T extends ComparedUnit>(
  units: readonly T[],
  inSight: readonly T[],
  ticked: readonly string[],
): { offered: T[]; all: boolean } {
  const ids = new Set([...inSight.map(({ unit }) => unit.id), ...ticked]);
  const all = units.length <= OFFERED_MAX;
  const offered = all ? [...units] : units.filter(({ unit }) => ids.has(unit.id));
  return { offered: offered.sort(byUnitName), all };
}
