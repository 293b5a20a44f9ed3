import { barsGeometry } from "@/lib/chart-geometry/bars";
import { formatRange, formatScore } from "@/lib/format/number";
import type { Bounded } from "@/lib/scoring/result";

const WIDTH = 160;
const HEIGHT = 16;
const BAR = { y: 3, height: 10 };
const MIDDLE = HEIGHT / 2;

/** Readiness of 0–100 as a bar, its bounds as a whisker. The figure stands beside it in words. */
export function ReadinessBar({ readiness }: { readiness: Bounded }) {
  const { bars } = barsGeometry({ rows: [readiness], width: WIDTH });
  const { bar, whisker } = bars[0] ?? { bar: null, whisker: null };
  return (
    <span className="flex flex-col gap-x-3 whitespace-nowrap sm:flex-row-reverse sm:items-center sm:justify-end">
      <ReadinessFigure readiness={readiness} />
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-4 w-28 shrink-0 sm:w-40"
        aria-hidden="true"
      >
        <rect x={0} width={WIDTH} {...BAR} className="fill-raised" />
        {bar ? <rect x={bar.x} width={bar.width} {...BAR} className="fill-series-1" /> : null}
        {whisker ? (
          <path
            d={`M${whisker.x} 1v14M${whisker.x} ${MIDDLE}h${whisker.width}m0 -7v14`}
            className="fill-none stroke-ink"
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
          />
        ) : null}
      </svg>
    </span>
  );
}

/** `58.3` and, where it is not settled, what it could still become. */
export function ReadinessFigure({ readiness: { value, low, high } }: { readiness: Bounded }) {
  const range = formatRange(low, high);
  const figure = formatScore(value);
  return (
    <span className="tabular-nums">
      <span className="font-semibold">{figure}</span>
      {range === figure ? null : (
        <span className="text-muted">
          <span className="sr-only">, could be </span> {range}
        </span>
      )}
    </span>
  );
}
