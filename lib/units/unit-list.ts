import { BOUNDS } from "../bounds/bounds";
import { lengthOf } from "../text/length";

type Listed = {
  id: string;
  parentId: string | null;
  name: string;
  region?: string | null;
  industry?: string | null;
};

/** Units whose name, region or industry contains every word of the query, in the order given. All when it is empty. */
export function findUnits<T extends Listed>(units: readonly T[], query: string): readonly T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return units;
  return units.filter(({ name, region, industry }) => {
    const text = `${name} ${region ?? ""} ${industry ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The units above one, from the top down: the nearest of them. Those that are not among the given end the path. */
export function pathTo<T extends Listed>(units: readonly T[], unit: Pick<T, "parentId">): T[] {
  const byId = new Map(units.map((candidate) => [candidate.id, candidate]));
  const path: T[] = [];
  let parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
  while (parent && path.length < BOUNDS.unitDepth) {
    path.push(parent);
    parent = parent.parentId === null ? undefined : byId.get(parent.parentId);
  }
  return path.reverse();
}

/** Code points of the names between the top of a path and its end. */
const BETWEEN_MOST = 60;

/**
 * Units to choose a place from, each with the names above it, `Group / EMEA / Retail`, without those in `except`. Of a
 * long path the top and the names nearest to the unit: as many pages hold all labels, they must not grow with the depth.
 */
export function parentOptions(
  units: readonly Listed[],
  except: ReadonlySet<string> = new Set(),
): { id: string; label: string }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const tops = new Map<string, Listed>();
  // Parents come first.
  for (const unit of units) tops.set(unit.id, tops.get(unit.parentId ?? "") ?? unit);
  return units
    .filter(({ id }) => !except.has(id))
    .map((unit) => ({ id: unit.id, label: labelOf(unit, tops.get(unit.id) ?? unit, byId) }));
}

function labelOf(unit: Listed, top: Listed, byId: ReadonlyMap<string, Listed>): string {
  if (top === unit) return unit.name;
  const names = [unit.name];
  let room = BETWEEN_MOST;
  let above = byId.get(unit.parentId ?? "") ?? top;
  while (above !== top) {
    room -= lengthOf(above.name);
    // The one right above always stands there: it is what tells two of one name apart.
    if (room < 0 && names.length > 1) return [top.name, "…", ...names.reverse()].join(" / ");
    names.push(above.name);
    above = byId.get(above.parentId ?? "") ?? top;
  }
  return [top.name, ...names.reverse()].join(" / ");
}
