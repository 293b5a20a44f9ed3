/** What does not agree with the rest of a file, and where: the steps of its path. */
export type Fault = { steps: readonly PropertyKey[]; expected: string };

/** A fault unless these are the wanted keys in their order. */
export function* sameKeys(
  steps: readonly PropertyKey[],
  keys: readonly string[],
  wanted: readonly string[],
  expected: string,
): Generator<Fault> {
  const same = keys.length === wanted.length && keys.every((key, index) => key === wanted[index]);
  if (!same) yield { steps, expected };
}

type Allowed = { has(key: string): boolean };

/** A fault for each key that is not allowed or stands twice. `under` is where an item of the list holds it. */
export function* eachOnce(
  steps: readonly PropertyKey[],
  keys: readonly string[],
  { allowed, expected, under = [] }: { allowed: Allowed; expected: string; under?: readonly PropertyKey[] },
): Generator<Fault> {
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (seen.has(key) || !allowed.has(key)) yield { steps: [...steps, index, ...under], expected };
    seen.add(key);
  }
}
