import { groupBy } from "../grouping/group-by";

type Named = { name: string; parentName: string | null };

/** A name for each, in order: those that are alike get the unit above them, and a number where that does not help. */
export function distinctNames(units: readonly Named[]): string[] {
  const alike = groupBy(units, ({ name }) => name);
  const placed = units.map(({ name, parentName }) =>
    (alike.get(name)?.length ?? 0) > 1 && parentName ? `${name} (${parentName})` : name,
  );
  const taken = new Set<string>();
  return placed.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
    taken.add(free);
    return free;
  });
}
