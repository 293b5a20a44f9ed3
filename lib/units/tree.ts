import { groupBy } from "../grouping/group-by";

/** Business units form a forest: a unit without a parent, or whose parent is not among the given, is a root. */
type Link = { id: string; parentId: string | null };
type Node = Link & { name: string };

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function childrenByParent<T extends Link>(units: readonly T[]): Map<string | null, T[]> {
  const ids = new Set(units.map((unit) => unit.id));
  return groupBy(units, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null));
}

/** `level` is 0 for roots; `below` counts the units under one, over all levels. */
export type Place = { level: number; below: number };

/** Parents before their children, siblings by name. Throws on a cycle. */
export function inTreeOrder<T extends Node>(units: readonly T[]): (T & Place)[] {
  const sorted = [...units].sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const children = childrenByParent(sorted);
  const ordered: (T & Place)[] = [];
  // A stack of our own: what was stored before there was a bound may be deeper than the one of calls.
  const waiting: (T & Place)[] = [];
  const wait = (parent: string | null, level: number) => {
    for (const unit of (children.get(parent) ?? []).toReversed()) waiting.push({ ...unit, level, below: 0 });
  };
  wait(null, 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.push(next);
    wait(next.id, next.level + 1);
  }
  if (ordered.length !== units.length) throw new Error("The tree of units has a cycle.");
  const placed = new Map(ordered.map((unit) => [unit.id, unit]));
  for (const { parentId, below } of ordered.toReversed()) {
    const above = parentId === null ? undefined : placed.get(parentId);
    if (above) above.below += below + 1;
  }
  return ordered;
}

/** Ids of the unit itself and of everything below it. */
export function subtreeIds(units: readonly Link[], rootId: string): Set<string> {
  const children = childrenByParent(units);
  const found = new Set([rootId]);
  // A set can grow while it is walked: what is added is visited too.
  for (const id of found) for (const unit of children.get(id) ?? []) found.add(unit.id);
  return found;
}

/** On which level each unit stands: 1 for those at the top. */
export function levelsOf(units: readonly Link[]): Map<string, number> {
  const children = childrenByParent(units);
  const levels = new Map((children.get(null) ?? []).map(({ id }) => [id, 1]));
  for (const [id, level] of levels) for (const unit of children.get(id) ?? []) levels.set(unit.id, level + 1);
  return levels;
}
