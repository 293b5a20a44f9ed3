import type { Framework } from "../framework/types";
import { frameworkName, measuresSame } from "../framework/version";
import type { ResultBrief } from "../scoring/result-summary";
import type { Submitted } from "../scoring/submitted";

export type NamedUnit = { id: string; name: string };

/** `previous` is the assessment submitted before the latest. */
export type Candidate = {
  unit: NamedUnit;
  latest: Submitted | null;
  previous: Submitted<ResultBrief> | null;
};

export type ComparedUnit = { unit: NamedUnit; latest: Submitted; previous: Submitted<ResultBrief> | null };

export type NotCompared = { unit: NamedUnit } & (
  | { reason: "notAssessed" }
  | { reason: "otherVersion"; latest: Submitted }
);

/** Every unit, with its results where it has any. */
export function candidatesOf(
  units: readonly NamedUnit[],
  results: readonly { unitId: string; latest: Submitted; previous: Submitted<ResultBrief> | null }[],
): Candidate[] {
  const byUnit = new Map(results.map((result) => [result.unitId, result]));
  return units.map(({ id, name }) => {
    const found = byUnit.get(id);
    return { unit: { id, name }, latest: found?.latest ?? null, previous: found?.previous ?? null };
  });
}

/**
 * Units that can stand side by side, and those that cannot: not assessed, or on another major version than
 * the framework given. Both by name, so that the order of the candidates does not matter.
 */
export function separate(
  candidates: readonly Candidate[],
  framework: Pick<Framework, "key" | "version">,
): { compared: ComparedUnit[]; notCompared: NotCompared[] } {
  const name = frameworkName(framework);
  const compared: ComparedUnit[] = [];
  const notCompared: NotCompared[] = [];
  for (const { unit, latest, previous } of candidates) {
    if (latest === null) notCompared.push({ unit, reason: "notAssessed" });
    else if (!measuresSame(latest.result.framework, name)) {
      notCompared.push({ unit, reason: "otherVersion", latest });
    } else compared.push({ unit, latest, previous });
  }
  return { compared: compared.sort(byUnitName), notCompared: notCompared.sort(byUnitName) };
}

const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

export function byUnitName(a: { unit: NamedUnit }, b: { unit: NamedUnit }): number {
  return names.compare(a.unit.name, b.unit.name) || (a.unit.id < b.unit.id ? -1 : 1);
}
