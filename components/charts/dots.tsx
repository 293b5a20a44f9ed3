import type { Route } from "next";
import { type DotsGeometry, dotsGeometry } from "@/lib/chart-geometry/dots";
import { type Domain, HUNDRED } from "@/lib/chart-geometry/scale";
import { InParts } from "../ui/in-turn";
import { ChartFigure, type FigureProps, NoData } from "./figure";
import { formatValue, type ValueFormat } from "./format";
import { Key, KeyEntry, SeriesMarker } from "./key";
import { AxisRow, ChartRow, ChartRows, RowBar, RowPost, RowWhisker, RowWords } from "./rows";

export type Dot = {
  label: string;
  value: number;
  /** Index into `series`; a dot without one is drawn as one of many. */
  series?: number;
};

export type DotRow = {
  key: string;
  label: string;
  dots: readonly Dot[];
  median?: number | null;
  /** Lower and upper quartile. */
  quartiles?: readonly [number, number] | null;
  /** What the value of a single dot could still be. */
  range?: readonly [number, number] | null;
  href?: Route;
};

export type DotsProps = FigureProps & {
  rows: readonly DotRow[];
  /** Names of the dots that stand out, four at most. */
  series?: readonly string[];
  /** Words for the marks and the columns of the table. */
  names?: {
    row?: string;
    dot?: string;
    dots?: string;
    median?: string;
    quartiles?: string;
    range?: string;
    missing?: string;
  };
  domain?: Domain;
  format?: ValueFormat;
};

const defaultNames = {
  row: "Name",
  dot: "Point",
  dots: "Value",
  median: "Median",
  quartiles: "Middle half",
  range: "Range",
  missing: "Not known",
};

const LANE = 7;
const SEPARATION = 2.4;

/** Single values on a line a row, with their middle, or one value with its range. */
export function Dots({ rows, series = [], names, domain = HUNDRED, format = "score", ...figure }: DotsProps) {
  const words = { ...defaultNames, ...names };
  if (rows.every(({ dots }) => dots.length === 0)) {
    return (
      <ChartFigure {...figure} summary="No value is known." table={null}>
        {() => <NoData />}
      </ChartFigure>
    );
  }
  const write = (value: number | null | undefined) => formatValue(value, format);
  const pair = (values: readonly [number, number] | null | undefined) =>
    values ? `${write(values[0])} to ${write(values[1])}` : write(null);
  const single = rows.every(({ dots }) => dots.length <= 1);
  const has = {
    median: rows.some(({ median }) => median != null),
    quartiles: rows.some(({ quartiles }) => quartiles),
    range: rows.some(({ range }) => range),
  };
  const table = {
    head: [
      words.row,
      ...(single ? [] : [words.dot]),
      words.dots,
      ...(has.median ? [words.median] : []),
      ...(has.quartiles ? [words.quartiles] : []),
      ...(has.range ? [words.range] : []),
    ],
    rows: rows.flatMap((row) => {
      const middle = [
        ...(has.median ? [write(row.median)] : []),
        ...(has.quartiles ? [pair(row.quartiles)] : []),
        ...(has.range ? [pair(row.range)] : []),
      ];
      if (row.dots.length === 0)
        return [[row.label, ...(single ? [] : [write(null)]), write(null), ...middle]];
      return row.dots.map((dot) => [row.label, ...(single ? [] : [dot.label]), write(dot.value), ...middle]);
    }),
  };
  const geometry = dotsGeometry({
    rows: rows.map(({ dots, median, quartiles, range }) => ({
      dots: dots.map(({ value }) => value),
      median,
      band: quartiles,
      range,
    })),
    domain,
    width: 100,
    separation: SEPARATION,
  });
  const summary = rows
    .map(({ label, dots, median, range }) => {
      if (dots.length === 0) return `${label}: ${words.missing.toLowerCase()}.`;
      const values = dots.map(({ value }) => value);
      const spread =
        dots.length === 1
          ? write(values[0])
          : `${dots.length} values from ${write(Math.min(...values))} to ${write(Math.max(...values))}`;
      return `${label}: ${spread}${median == null ? "" : `, median ${write(median)}`}${range ? `, could be ${pair(range)}` : ""}.`;
    })
    .join(" ");
  return (
    <ChartFigure {...figure} summary={figure.summary ?? summary} table={table}>
      {() => (
        <>
          <DotsKey series={series} words={words} has={has} />
          <ChartRows>
            <InParts items={rows} size={10}>
              {(row, index) => (
                <ChartRow
                  key={row.key}
                  label={row.label}
                  href={row.href}
                  figure={write(row.median ?? (row.dots.length === 1 ? row.dots[0]?.value : null))}
                  spoken={row.range ? `${words.range} ${pair(row.range)}` : undefined}
                  ticks={geometry.ticks}
                >
                  {row.dots.length === 0 && !row.range ? <RowWords>{words.missing}</RowWords> : null}
                  <RowDots row={row} drawn={geometry.rows[index]} series={series} write={write} />
                </ChartRow>
              )}
            </InParts>
            <AxisRow ticks={geometry.ticks} format={format} />
          </ChartRows>
        </>
      )}
    </ChartFigure>
  );
}

function DotsKey({
  series,
  words,
  has,
}: {
  series: readonly string[];
  words: typeof defaultNames;
  has: { median: boolean; quartiles: boolean; range: boolean };
}) {
  if (series.length === 0 && !has.median && !has.quartiles && !has.range) return null;
  return (
    <Key>
      {series.map((name, index) => (
        <KeyEntry key={name} sample={<SeriesMarker series={index} area={64} />}>
          {name}
        </KeyEntry>
      ))}
      {has.median ? (
        <KeyEntry sample={<rect x="-1.5" y="-8" width="3" height="16" className="fill-ink" />}>
          {words.median}
        </KeyEntry>
      ) : null}
      {has.quartiles ? (
        <KeyEntry sample={<rect x="-14" y="-7" width="28" height="14" className="fill-scale-2" />}>
          {words.quartiles}
        </KeyEntry>
      ) : null}
      {has.range ? (
        <KeyEntry sample={<path d="M-12 -5v10M-12 0h24M12 -5v10" strokeWidth="1.5" className="stroke-ink" />}>
          {words.range}
        </KeyEntry>
      ) : null}
    </Key>
  );
}

function RowDots({
  row,
  drawn,
  series,
  write,
}: {
  row: DotRow;
  drawn?: DotsGeometry;
  series: readonly string[];
  write: (value: number) => string;
}) {
  if (!drawn) return null;
  const placed = drawn.dots.flatMap(({ index, x, lane }) => {
    const dot = row.dots[index];
    return dot ? [{ dot, index, x, lane }] : [];
  });
  const isNamed = (dot: Dot) => dot.series !== undefined && dot.series < series.length;
  const alone = row.dots.length === 1;
  return (
    <>
      {drawn.band ? <RowBar {...drawn.band} thickness={22} className="fill-scale-2" /> : null}
      {drawn.median === null ? null : (
        <RowPost x={drawn.median} thickness={3} height={26} className="fill-ink" />
      )}
      {drawn.range ? <RowWhisker {...drawn.range} /> : null}
      {placed
        .toSorted((a, b) => Number(isNamed(a.dot)) - Number(isNamed(b.dot)))
        .map(({ dot, index, x, lane }) => (
          <svg key={index} aria-hidden="true" x={`${x}%`} y="50%" className="overflow-visible">
            <title>{`${dot.label} ${write(dot.value)}`}</title>
            <g transform={`translate(0 ${lane * -LANE})`}>
              {isNamed(dot) || alone ? (
                <SeriesMarker series={dot.series ?? 0} area={72} />
              ) : (
                <circle r="3.5" strokeWidth="1.5" className="fill-surface stroke-muted" />
              )}
            </g>
          </svg>
        ))}
    </>
  );
}
