import { type Domain, HUNDRED, place, ticks } from "@/lib/chart-geometry/scale";
import { trendGeometry } from "@/lib/chart-geometry/trend";
import { formatDay } from "@/lib/format/date";
import { ChartFigure, type FigureProps, NoData } from "./figure";
import { formatTick, formatValue, type ValueFormat } from "./format";

/** `date` is ISO 8601; a null value breaks the line. */
export type TrendPoint = { date: string; value: number | null };

export type TrendProps = FigureProps & {
  /** One at least, rising by date. */
  points: readonly TrendPoint[];
  /** Words for the columns of the table. */
  names?: { date?: string; value?: string };
  domain?: Domain;
  format?: ValueFormat;
};

/** A value over time, its latest figure beside the end of the line. */
export function Trend({ points, names, domain = HUNDRED, format = "score", ...figure }: TrendProps) {
  const known = points.flatMap(({ date, value }) => (value === null ? [] : [{ date, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) {
    return (
      <ChartFigure {...figure} summary="No value is known." table={null}>
        {() => <NoData />}
      </ChartFigure>
    );
  }
  const day = (date: string) => formatDay(new Date(date));
  const write = (value: number | null) => formatValue(value, format);
  const summary =
    known.length === 1
      ? `${write(last.value)} on ${day(last.date)}.`
      : `From ${write(first.value)} on ${day(first.date)} to ${write(last.value)} on ${day(last.date)}, ${known.length} values.`;
  const table = {
    head: [names?.date ?? "Date", names?.value ?? "Value"],
    rows: points.map(({ date, value }) => [day(date), write(value)]),
  };
  const { path, points: placed } = trendGeometry({ points, domain, width: 100, height: 100 });
  const [start, end] = [points[0], points.at(-1)];
  return (
    <ChartFigure {...figure} summary={figure.summary ?? summary} table={table}>
      {(ids) => (
        <div className="grid max-w-2xl grid-cols-[auto_minmax(0,1fr)_4rem] gap-x-2 text-xs tabular-nums">
          <svg aria-hidden="true" className="h-32 w-7 overflow-visible fill-muted">
            {ticks(domain, 2).map((value) => (
              <text key={value} x="100%" y={`${100 - place(value, domain, 100)}%`} dy="4" textAnchor="end">
                {formatTick(value, format)}
              </text>
            ))}
          </svg>
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: named by the heading of its figure */}
          <svg
            role="img"
            aria-labelledby={`${ids.title} ${ids.summary}`}
            className="h-32 w-full overflow-visible"
          >
            <g className="stroke-line">
              {ticks(domain, 2).map((value) => {
                const y = `${100 - place(value, domain, 100)}%`;
                return <line key={value} x1="0" x2="100%" y1={y} y2={y} />;
              })}
            </g>
            <svg
              aria-hidden="true"
              viewBox="0 0 100 100"
              preserveAspectRatio="none"
              className="overflow-visible"
            >
              <path
                d={path}
                vectorEffect="non-scaling-stroke"
                strokeWidth="2"
                className="fill-none stroke-series-1"
              />
            </svg>
            {placed.map(({ index, x, y }) => (
              <circle
                key={index}
                cx={`${x}%`}
                cy={`${y}%`}
                r="4"
                strokeWidth="2"
                className="fill-surface stroke-series-1"
              >
                <title>{table.rows[index]?.join(": ")}</title>
              </circle>
            ))}
          </svg>
          <svg aria-hidden="true" className="h-32 w-full overflow-visible fill-ink text-base font-semibold">
            <text x="2" y={`${100 - place(last.value, domain, 100)}%`} dy="6">
              {write(last.value)}
            </text>
          </svg>
          <p className="col-start-2 mt-2 flex justify-between gap-3 text-muted">
            {start && end && start !== end ? <span>{day(start.date)}</span> : null}
            {end ? <span className="ml-auto">{day(end.date)}</span> : null}
          </p>
        </div>
      )}
    </ChartFigure>
  );
}
