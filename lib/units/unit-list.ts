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

/** The units above one, from the top down. Those that are not among the given end the path. */
export function pathTo<T extends Listed>(units: readonly T[], unit: Pick<T, "parentId">): T[] {
  const byId = new Map(units.map((candidate) => [candidate.id, candidate]));
  const path: T[] = [];
  let parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
  while (parent && !path.includes(parent)) {
    path.unshift(parent);
    parent = parent.parentId === null ? undefined : byId.get(parent.parentId);
  }
  return path;
}

/**
 * Units to choose a place from, each with the names above it, `Group / EMEA / Retail`, without those in `except`.
 * Takes them parents first.
 */
export function parentOptions(
  units: readonly Listed[],
  except: ReadonlySet<string> = new Set(),
): { id: string; label: string }[] {
  const labels = new Map<string, string>();
  for (const { id, parentId, name } of units) {
    const above = parentId === null ? undefined : labels.get(parentId);
    labels.set(id, above === undefined ? name : `${above} / ${name}`);
  }
  return [...labels].filter(([id]) => !except.has(id)).map(([id, label]) => ({ id, label }));
}
