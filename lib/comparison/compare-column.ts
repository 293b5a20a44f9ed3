import type { Bounded } from "../scoring/result";
import type { ComparedUnit } from "./compared-unit";
import { type Distribution, distributionOf } from "./distribution";
import { type Column, figuresOf, type Grouping, type Measure } from "./figures";
import { type Rank, rank } from "./rank";

/** Everything by unit id; a unit without the column, or with nothing assessed in it, has a null figure and no rank. */
export type ColumnComparison = Column & {
  figures: ReadonlyMap<string, Bounded>;
  ranks: ReadonlyMap<string, Rank>;
  /** Null when no unit has a figure. */
  distribution: Distribution | null;
  /** Ids of the units with the best and the worst figure; none when all are equal. */
  strongest: readonly string[];
  weakest: readonly string[];
};

export const BETTER: Record<Measure, "higher" | "lower"> = {
  readiness: "higher",
  score: "higher",
  gap: "lower",
};

export function compareColumns(
  units: readonly ComparedUnit[],
  columns: readonly Column[],
  by: Grouping,
  measure: Measure,
): ColumnComparison[] {
  const own = units.map(({ unit, latest }) => ({
    id: unit.id,
    figures: figuresOf(latest.result, by, measure),
  }));
  return columns.map((column) => {
    const figures = new Map(own.map(({ id, figures }) => [id, figures.get(column.key) ?? NONE]));
    const values = [...figures.values()].flatMap(({ value }) => value ?? []);
    const distribution = distributionOf(values);
    return {
      ...column,
      figures,
      ranks: rank(figures, BETTER[measure]),
      distribution,
      ...extremes(figures, distribution, measure),
    };
  });
}

const NONE: Bounded = { value: null, low: null, high: null };

function extremes(
  figures: ReadonlyMap<string, Bounded>,
  distribution: Distribution | null,
  measure: Measure,
): Pick<ColumnComparison, "strongest" | "weakest"> {
  if (distribution === null || distribution.spread < 1e-9) return { strongest: [], weakest: [] };
  const at = (limit: number) =>
    [...figures].flatMap(([id, { value }]) => (value !== null && Math.abs(value - limit) < 1e-9 ? [id] : []));
  const [highest, lowest] = [at(distribution.highest), at(distribution.lowest)];
  return BETTER[measure] === "higher"
    ? { strongest: highest, weakest: lowest }
    : { strongest: lowest, weakest: highest };
}
