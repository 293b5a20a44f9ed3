import "server-only";
import { frameworkName } from "@/lib/framework/version";
import { currentFramework, type FrameworkVersion, findFramework, namedFramework } from "../data/frameworks";
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
  const own = frameworkName(current.framework);
  const names = new Map(standings.map(({ unitId, latest }) => [unitId, latest.result.framework]));
  const ofUnits = unitIds.flatMap((unitId) => names.get(unitId) ?? []);
  const all = [...names.values()];
  const found = ofUnits[0] ?? (all.includes(own) ? own : all[0]);
  return found === undefined ? current : namedFramework(found);
}
