/** Ids of a generated organization: as long as real ones, and told beforehand. */
export const idOf = (kind: number, number: number) =>
  `0000000${kind}-0000-7000-8000-${String(number).padStart(12, "0")}`;
export const GENERATED_ORGANIZATION = idOf(1, 0);
export const generatedUnitId = (index: number) => idOf(5, index);
/** `step` 0 to 2, the oldest first. */
export const generatedAssessmentId = (index: number, step: number) => idOf(6, index * 3 + step);
export const generatedRegionId = (index: number) => idOf(4, index);
/** What fill-crowded.ts adds. */
export const crowdedUnitId = (index: number) => idOf(8, index);
export const crowdedDraftId = (index: number) => idOf(9, index);
export const crowdedItemId = (index: number) => `00000011-0000-7000-8000-${String(index).padStart(12, "0")}`;
