import type { Area } from "../framework/types";
import type { Result } from "../scoring/result";
import { scoreOfLevel } from "../scoring/score";
import { weightedMean } from "../scoring/weighted-mean";

/** What the target phase requires of an area, as a score 0..100; null when nothing in it is assessed. */
export function requiredScore(area: Area, result: Pick<Result, "areas">): number | null {
  const assessed = result.areas.find(({ key }) => key === area.key)?.capabilities ?? [];
  return weightedMean(
    assessed,
    ({ status, required }) => (status === "excluded" ? null : scoreOfLevel(required)),
    ({ key }) => area.capabilities.find((capability) => capability.key === key)?.weight ?? 0,
  );
}
