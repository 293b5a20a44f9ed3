import { BETTER, type ColumnComparison } from "./compare-column";
import type { ComparedUnit } from "./compared-unit";
import { type Measure, OVERALL } from "./figures";
import { formatFigure, MEASURE_WORDS } from "./words";

/** What a chart of the comparison shows, said in one line. */

export function weakestHeading(columns: readonly ColumnComparison[], measure: Measure): string {
  const parts = columns.flatMap(({ key, title, distribution }) =>
    key === OVERALL || distribution === null ? [] : [{ title, median: distribution.median }],
  );
  const sign = BETTER[measure] === "higher" ? 1 : -1;
  const [weakest] = parts.toSorted((a, b) => sign * (a.median - b.median));
  if (!weakest) return `${MEASURE_WORDS[measure]} by unit`;
  const median = formatFigure(weakest.median, measure);
  if (measure === "gap") {
    if (weakest.median < 1e-9) return "Half of the units or more have no gap anywhere";
    return `${weakest.title} has the widest gap: median ${median} ${weakest.median === 1 ? "level" : "levels"}`;
  }
  return `${weakest.title} is weakest: median ${MEASURE_WORDS[measure].toLowerCase()} ${median}`;
}

export function rankHeading(
  { ranks }: Pick<ColumnComparison, "ranks">,
  units: readonly Pick<ComparedUnit, "unit">[],
): string {
  const first = units.filter(({ unit }) => ranks.get(unit.id)?.from === 1);
  const [only] = first;
  if (!only) return "No unit can be ranked";
  if (first.length === 1) return `${only.unit.name} is first`;
  if (first.length === ranks.size) return `No order is certain among ${first.length} units`;
  return `${first.length} units could be first: nothing certain sets them apart`;
}
