import type { Route } from "next";
import { type BarGeometry, barsGeometry } from "@/lib/chart-geometry/bars";
import { type Domain, HUNDRED } from "@/lib/chart-geometry/scale";
import { BarsExplorer } from "./bars-explorer";
import { severityFill, type Tone } from "./colors";
import { ChartFigure, type FigureProps, NoData } from "./figure";
import { formatValue, type ValueFormat } from "./format";
import { Key, KeyEntry } from "./key";
import { AxisRow, ChartRow, ChartRows, RowBar, RowGroup, RowTarget, RowWhisker, RowWords } from "./rows";

export type BarRow = {
  key: string;
  label: string;
  /** Null: not known; the row stays and says so. */
  value: number | null;
  /** A mark the value is measured against. */
  target?: number | null;
  /** What the value could still be. */
  low?: number | null;
  high?: number | null;
  href?: Route;
  /** Rows with the same group stand together, groups in the order they first appear. */
  group?: string;
  /** Severity of the row, 0 none to 4 worst. */
  tone?: Tone;
};

export type BarNames = {
  row?: string;
  value?: string;
  target?: string;
  low?: string;
  high?: string;
  /** Low and high together, beside their sample. */
  range?: string;
  /** Stands where a value is not known. */
  missing?: string;
};

export type BarsProps = FigureProps & {
  /** In the order given. */
  rows: readonly BarRow[];
  /** Words for the columns of the table and the marks. */
  names?: BarNames;
  /** Begins at zero unless the values cannot be. */
  domain?: Domain;
  format?: ValueFormat;
  explore?: boolean;
};

const defaultNames = {
  row: "Name",
  value: "Value",
  target: "Target",
  low: "Low",
  high: "High",
  range: "Range",
  missing: "Not known",
} satisfies BarNames;

/** Horizontal bars from zero, each with its figure, and where given a target and a range. */
export function Bars({
  rows,
  names,
  domain = HUNDRED,
  format = "score",
  explore = false,
  ...figure
}: BarsProps) {
  const words = { ...defaultNames, ...names };
  if (rows.every(({ value, low, high }) => value === null && low == null && high == null)) {
    return (
      <ChartFigure {...figure} summary="No value is known." table={null}>
        {() => <NoData />}
      </ChartFigure>
    );
  }
  const hasTarget = rows.some(({ target }) => target != null);
  const hasRange = rows.some(({ low, high }) => low != null && high != null);
  const write = (value: number | null | undefined) => formatValue(value, format);
  const table = {
    head: [
      words.row,
      words.value,
      ...(hasTarget ? [words.target] : []),
      ...(hasRange ? [words.low, words.high] : []),
    ],
    rows: rows.map((row) => [
      row.group ? `${row.group}: ${row.label}` : row.label,
      write(row.value),
      ...(hasTarget ? [write(row.target)] : []),
      ...(hasRange ? [write(row.low), write(row.high)] : []),
    ]),
  };
  const geometry = barsGeometry({ rows, domain, width: 100 });
  const drawn = rows.map((row, index) => ({ row, bar: geometry.bars[index] }));
  const groups = new Map<string | undefined, typeof drawn>();
  for (const one of drawn) groups.set(one.row.group, [...(groups.get(one.row.group) ?? []), one]);

  const drawRow = ({ row, bar }: { row: BarRow; bar?: BarGeometry }) => (
    <ChartRow
      key={row.key}
      label={row.label}
      href={row.href}
      figure={write(row.value)}
      ticks={geometry.ticks}
      spoken={[
        row.target == null ? null : `${words.target} ${write(row.target)}`,
        bar?.whisker ? `${words.range} ${write(row.low)} to ${write(row.high)}` : null,
      ]
        .filter((part) => part !== null)
        .join(", ")}
    >
      {bar ? <Bar bar={bar} tone={row.tone} missing={words.missing} /> : null}
    </ChartRow>
  );
  const chart = (
    <ChartRows>
      {[...groups].map(([name, members]) =>
        name === undefined ? (
          members.map(drawRow)
        ) : (
          <RowGroup key={name} name={name}>
            {members.map(drawRow)}
          </RowGroup>
        ),
      )}
      <AxisRow ticks={geometry.ticks} format={format} />
    </ChartRows>
  );

  return (
    <ChartFigure {...figure} summary={figure.summary ?? summarize(rows, words, format)} table={table}>
      {() => (
        <>
          {hasTarget || hasRange ? (
            <Key>
              <KeyEntry sample={<rect x="-14" y="-6" width="28" height="12" className="fill-series-1" />}>
                {words.value}
              </KeyEntry>
              {hasTarget ? (
                <KeyEntry sample={<rect x="-1.5" y="-8" width="3" height="16" className="fill-ink" />}>
                  {words.target}
                </KeyEntry>
              ) : null}
              {hasRange ? (
                <KeyEntry
                  sample={<path d="M-12 -5v10M-12 0h24M12 -5v10" strokeWidth="1.5" className="stroke-ink" />}
                >
                  {words.range}
                </KeyEntry>
              ) : null}
            </Key>
          ) : null}
          {explore ? (
            <BarsExplorer
              rows={rows.map(({ label, value, target, low, high }) => ({ label, value, target, low, high }))}
              names={words}
              domain={domain}
              format={format}
            >
              {chart}
            </BarsExplorer>
          ) : (
            chart
          )}
        </>
      )}
    </ChartFigure>
  );
}

function Bar({
  bar: { bar, target, shortfall, whisker },
  tone,
  missing,
}: {
  bar: BarGeometry;
  tone?: Tone;
  missing: string;
}) {
  return (
    <>
      {bar ? (
        <RowBar
          {...bar}
          className={tone === undefined ? "fill-series-1" : `stroke-muted ${severityFill[tone]}`}
        />
      ) : null}
      {bar || whisker ? null : <RowWords>{missing}</RowWords>}
      {shortfall ? (
        <line
          x1={`${shortfall.x}%`}
          x2={`${shortfall.x + shortfall.width}%`}
          y1="50%"
          y2="50%"
          strokeDasharray="2 3"
          className="stroke-muted"
        />
      ) : null}
      {whisker ? <RowWhisker {...whisker} /> : null}
      {target === null ? null : <RowTarget x={target} />}
    </>
  );
}

function summarize(rows: readonly BarRow[], words: typeof defaultNames, format: ValueFormat): string {
  const known = rows
    .flatMap(({ label, value, target }) => (value === null ? [] : [{ label, value, target }]))
    .sort((a, b) => a.value - b.value);
  const [lowest, highest] = [known[0], known.at(-1)];
  const ends =
    lowest && highest
      ? `Lowest: ${lowest.label}, ${formatValue(lowest.value, format)}. Highest: ${highest.label}, ${formatValue(highest.value, format)}.`
      : "";
  const targeted = known.filter(({ target }) => target != null);
  const below = targeted.filter(({ value, target }) => target != null && value < target).length;
  const missing = rows.length - known.length;
  return [
    ends,
    targeted.length > 0 ? `${below} of ${targeted.length} below ${words.target.toLowerCase()}.` : "",
    missing > 0 ? `${missing} ${words.missing.toLowerCase()}.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
