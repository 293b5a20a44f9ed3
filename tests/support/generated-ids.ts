/** Ids of a generated organization: as long as real ones, and told beforehand. */
export const idOf = (kind: number, number: number) =>
  `0000000${kind}-0000-7000-8000-${String(number).padStart(12, "0")}`;
export const GENERATED_ORGANIZATION = idOf(1, 0);
export const generatedUnitId = (index: number) => idOf(5, index);
/** `step` 0 to 2, the oldest first. */
export const generatedAssessmentId = (index: number, step: number) => idOf(6, index * 3 + step);
