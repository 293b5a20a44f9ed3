import { groupBy } from "../grouping/group-by";

type Child = { id: string; parentId: string | null };

/**
 * The given in an order in which each comes after its parent. `lost` are those that have no way up: their parent is
 * neither among them nor among `known`, or they stand in a circle.
 */
export function parentsFirst<Item extends Child>(
  items: readonly Item[],
  known: ReadonlySet<string>,
): { ordered: Item[]; lost: Item[] } {
  const children = groupBy(items, ({ parentId }) =>
    parentId === null || known.has(parentId) ? null : parentId,
  );
  const ordered = children.get(null) ?? [];
  children.delete(null);
  // An array can grow while it is walked: what is added is visited too.
  for (const { id } of ordered) {
    ordered.push(...(children.get(id) ?? []));
    children.delete(id);
  }
  return { ordered, lost: [...children.values()].flat() };
}
