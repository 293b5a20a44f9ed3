import type { View } from "../comparison/view";

export const COMPARISON_FORMATS = ["pdf", "xlsx"] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

/** A file of the units that a view of the comparison shows, in its order. */
export type ComparisonFile = { format: ComparisonFormat; paper: "a4" | "letter"; view: View };

/** With more units a file takes longer than anyone looks at a page that does nothing. */
export const LONG_COMPARISON = 400;
