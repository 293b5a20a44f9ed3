import { groupBy } from "../grouping/group-by";

/** Business units form a forest: a unit without a parent, or whose parent is not among the given, is a root. */
type Node = { id: string; parentId: string | null; name: string };

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function childrenByParent<T extends Node>(units: readonly T[]): Map<string | null, T[]> {
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
  const visit = (parent: string | null, level: number) => {
    for (const unit of children.get(parent) ?? []) {
      const placed = { ...unit, level, below: 0 };
      const before = ordered.push(placed);
      visit(unit.id, level + 1);
      placed.below = ordered.length - before;
    }
  };
  visit(null, 0);
  if (ordered.length !== units.length) throw new Error("The tree of units has a cycle.");
  return ordered;
}

/** Ids of the unit itself and of everything below it. */
export function subtreeIds(units: readonly Node[], rootId: string): Set<string> {
  const children = childrenByParent(units);
  const found = new Set([rootId]);
  // A set can grow while it is walked: what is added is visited too.
  for (const id of found) for (const unit of children.get(id) ?? []) found.add(unit.id);
  return found;
}
