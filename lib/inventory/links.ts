import type { InventoryItem } from "./item";

/** By id: the names of the processes that an item serves, or of what serves a process and is not retired, in the order given. */
export function linkedNames(
  items: readonly Pick<InventoryItem, "id" | "name" | "stage" | "serves">[],
): Map<string, string[]> {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  const linked = new Map<string, string[]>(items.map(({ id }) => [id, []]));
  for (const { id, name, stage, serves } of items) {
    for (const process of serves) {
      const served = names.get(process);
      if (served === undefined) continue;
      linked.get(id)?.push(served);
      if (stage !== "retired") linked.get(process)?.push(name);
    }
  }
  return linked;
}
