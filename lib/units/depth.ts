import { BOUNDS } from "../bounds/bounds";
import { levelsOf, subtreeIds } from "./tree";

type Link = { id: string; parentId: string | null };

/** Whether a new unit below `parentId` would stand deeper than a tree may be. */
export function isTooDeepBelow(units: readonly Link[], parentId: string | null): boolean {
  return levelBelow(levelsOf(units), parentId) > BOUNDS.unitDepth;
}

/**
 * Whether a unit that is moved below `parentId` would stand too deep, or something that moves along. What has been too
 * deep since before there was a bound may always move up.
 */
export function movesTooDeep(units: readonly Link[], id: string, parentId: string | null): boolean {
  const levels = levelsOf(units);
  const down = levelBelow(levels, parentId) - (levels.get(id) ?? 0);
  const deepest = [...subtreeIds(units, id)].reduce((most, one) => Math.max(most, levels.get(one) ?? 0), 0);
  return down > 0 && deepest + down > BOUNDS.unitDepth;
}

/** The first of units that are to be added to those that are here, parents anywhere, that would stand too deep. */
export function tooDeepOf<Unit extends Link>(
  added: readonly Unit[],
  here: readonly Link[],
): Unit | undefined {
  const levels = levelsOf([...here, ...added]);
  return added.find(({ id }) => (levels.get(id) ?? 0) > BOUNDS.unitDepth);
}

function levelBelow(levels: ReadonlyMap<string, number>, parentId: string | null): number {
  return 1 + (parentId === null ? 0 : (levels.get(parentId) ?? 0));
}

export const TOO_DEEP = `A tree of units has at most ${BOUNDS.unitDepth} levels.`;
