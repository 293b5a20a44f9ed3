import "server-only";
import { currentFramework, type FrameworkVersion, findFramework, readFramework } from "../data/frameworks";
import type { UnitStandings } from "../data/results";

/**
 * The version that a new plan is made by: the one that is named, else that of the first chosen unit with a result, else
 * the app's own, or that of the newest result where none is of it.
 */
export async function frameworkOfPlan(
  standings: readonly UnitStandings[],
  name: string | null,
  unitIds: readonly string[],
): Promise<FrameworkVersion> {
  const named = name === null ? null : await findFramework(name);
  if (named) return named;
  const current = await currentFramework();
  const versions = new Map(
    standings.map(({ unitId, latest: { frameworkVersionId } }) => [unitId, frameworkVersionId]),
  );
  const ofUnits = unitIds.flatMap((unitId) => versions.get(unitId) ?? []);
  const all = [...versions.values()];
  return readFramework(ofUnits[0] ?? all.find((id) => id === current.id) ?? all[0] ?? current.id);
}
