import { Dots } from "@/components/charts/dots";
import { BETTER } from "@/lib/comparison/compare-column";
import { rankHeading } from "@/lib/comparison/headings";
import type { Rank } from "@/lib/comparison/rank";
import { MEASURE_WORDS } from "@/lib/comparison/words";
import { type ComparisonView, resultHref } from "./comparison-view";

/** More than fit on a screen are looked up in the heat map. */
const RANKED_MAX = 50;

/** Best first, each with the places it can hold. */
export function Ranking({ comparison }: { comparison: ComparisonView }) {
  const { organization, units, overall, view } = comparison;
  const ranked = units
    .flatMap(({ unit, latest }) => {
      const rank = overall.ranks.get(unit.id);
      const figure = overall.figures.get(unit.id);
      if (!rank || !figure || figure.value === null) return [];
      return [{ unit, latest, rank, value: figure.value, low: figure.low, high: figure.high }];
    })
    .toSorted((a, b) => (BETTER[view.measure] === "higher" ? b.value - a.value : a.value - b.value));
  const rest = ranked.length - RANKED_MAX;
  return (
    <div className="flex flex-col gap-2">
      <Dots
        title={rankHeading(overall, units)}
        note="A place is a range where it depends on what is still open or guessed. Units whose ranges overlap are in no order."
        rows={ranked.slice(0, RANKED_MAX).map(({ unit, latest, rank, value, low, high }) => ({
          key: unit.id,
          label: `${placeOf(rank)} ${unit.name}`,
          dots: [{ label: unit.name, value }],
          range: low !== null && high !== null && high > low ? ([low, high] as const) : null,
          href: resultHref(organization, latest.assessmentId),
        }))}
        names={{ row: "Place and unit", dots: `${MEASURE_WORDS[view.measure]}, overall`, range: "Could be" }}
        {...(view.measure === "gap" ? { format: "level", domain: [0, 4] } : {})}
      />
      {rest > 0 ? (
        <p className="text-muted">
          {rest} more come after these. The heat map has them all: its heading Overall sorts them.
        </p>
      ) : null}
    </div>
  );
}

/** `1.` or `2–4.` */
function placeOf({ from, to }: Rank): string {
  return from === to ? `${from}.` : `${from}–${to}.`;
}
