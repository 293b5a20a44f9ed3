import { type Dot, Dots } from "@/components/charts/dots";
import { Radar } from "@/components/charts/radar";
import { compareColumns } from "@/lib/comparison/compare-column";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import { columnsOf, OVERALL } from "@/lib/comparison/figures";
import { offeredUnits } from "@/lib/comparison/view";
import { GROUPING_WORDS, MEASURE_WORDS } from "@/lib/comparison/words";
import { ChooseUnits } from "./choose-units";
import type { ComparisonView } from "./comparison-view";

/** Beyond this many marks a row shows its ends, its middle and the chosen units only. */
const MARKS_MAX = 1500;

/** The chosen units laid over each other, and where they stand among all. */
export function Overlay({ comparison }: { comparison: ComparisonView }) {
  const { units, view, columns, organization } = comparison;
  const chosen = view.chosen.flatMap((id) => units.find(({ unit }) => unit.id === id) ?? []);
  const { offered, all } = offeredUnits(units, comparison.shown.rows, view.chosen);
  const measure = MEASURE_WORDS[view.measure].toLowerCase();
  return (
    <div className="flex flex-col gap-6">
      <ChooseUnits action={`/${organization}/compare`} units={offered.map(({ unit }) => unit)} all={all} />
      <div className={chosen.length > 0 ? "grid gap-8 lg:grid-cols-2" : undefined}>
        {chosen.length > 0 ? <ChosenRadar comparison={comparison} chosen={chosen} /> : null}
        <Dots
          title={
            chosen.length > 0
              ? `Where ${chosen.length === 1 ? "it stands" : "they stand"} among ${units.length} units`
              : `How ${units.length} units spread`
          }
          note={`${GROUPING_WORDS[view.by]}, ${measure}. A dot is a unit, the band holds the middle half.`}
          series={chosen.map(({ unit }) => unit.name)}
          rows={columns.map((column) => ({
            key: column.key,
            label: column.title,
            dots: dotsOf(column, units, chosen, columns.length),
            median: column.distribution?.median ?? null,
            quartiles: column.distribution
              ? ([column.distribution.lowerQuartile, column.distribution.upperQuartile] as const)
              : null,
          }))}
          names={{ row: GROUPING_WORDS[view.by], dot: "Unit", dots: MEASURE_WORDS[view.measure] }}
          {...(view.measure === "gap" ? { format: "level", domain: [0, 4] } : {})}
        />
      </div>
    </div>
  );
}

function dotsOf(
  { figures, strongest, weakest }: ComparisonView["columns"][number],
  units: readonly ComparedUnit[],
  chosen: readonly ComparedUnit[],
  rows: number,
): Dot[] {
  const ends = new Set([strongest[0], weakest[0]]);
  const few = units.length * rows <= MARKS_MAX;
  return units.flatMap((one): Dot[] => {
    const value = figures.get(one.unit.id)?.value ?? null;
    const series = chosen.indexOf(one);
    if (value === null || (series < 0 && !few && !ends.has(one.unit.id))) return [];
    return [{ label: one.unit.name, value, ...(series >= 0 && { series }) }];
  });
}

/** Always by area: thirty capabilities make no shape. A radar of gaps would grow with what is missing. */
function ChosenRadar({
  comparison,
  chosen,
}: {
  comparison: ComparisonView;
  chosen: readonly ComparedUnit[];
}) {
  const measure = comparison.view.measure === "gap" ? "readiness" : comparison.view.measure;
  const areas = compareColumns(chosen, columnsOf(comparison.framework, "areas"), "areas", measure).filter(
    ({ key }) => key !== OVERALL,
  );
  return (
    <Radar
      title={`${MEASURE_WORDS[measure]} by area: ${chosen.map(({ unit }) => unit.name).join(", ")}`}
      axes={areas.map(({ title }) => title)}
      series={chosen.map(({ unit }) => ({
        name: unit.name,
        values: areas.map(({ figures }) => figures.get(unit.id)?.value ?? null),
      }))}
      explore
    />
  );
}
