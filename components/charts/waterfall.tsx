import type { Route } from "next";
import { type Domain, HUNDRED } from "@/lib/chart-geometry/scale";
import { waterfallGeometry } from "@/lib/chart-geometry/waterfall";
import { severityFill, type Tone } from "./colors";
import { ChartFigure, type FigureProps, NoData } from "./figure";
import { formatChange, formatValue, type ValueFormat } from "./format";
import { AxisRow, ChartRow, ChartRows, RowBar } from "./rows";

export type WaterfallStep = {
  key: string;
  label: string;
  /** What the step adds; may be negative. */
  change: number;
  href?: Route;
  /** Severity, 0 none to 4 worst. */
  tone?: Tone;
};

export type WaterfallProps = FigureProps & {
  start: { label: string; value: number | null };
  /** Laid end to end in the order given; group the small ones before. */
  steps: readonly WaterfallStep[];
  /** Named only: its value is the start and all steps. */
  end: { label: string };
  /** Words for the columns of the table. */
  names?: { row?: string; change?: string; total?: string };
  domain?: Domain;
  format?: ValueFormat;
};

/** How steps lead from one value to another. */
export function Waterfall({
  start,
  steps,
  end,
  names,
  domain = HUNDRED,
  format = "score",
  ...figure
}: WaterfallProps) {
  if (start.value === null) {
    return (
      <ChartFigure {...figure} summary="No value is known." table={null}>
        {() => <NoData />}
      </ChartFigure>
    );
  }
  const geometry = waterfallGeometry({
    start: start.value,
    steps: steps.map(({ change }) => change),
    domain,
    width: 100,
  });
  const [first, last] = [formatValue(start.value, format), formatValue(geometry.total, format)];
  const largest = steps.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  const summary = [
    `From ${start.label} ${first} to ${end.label} ${last} in ${steps.length} ${steps.length === 1 ? "step" : "steps"}.`,
    largest ? `Largest: ${largest.label}, ${formatChange(largest.change, format)}.` : "",
  ].join(" ");
  const running = geometry.steps.map(({ to }) => formatValue(to, format));
  const table = {
    head: [names?.row ?? "Step", names?.change ?? "Change", names?.total ?? "Total"],
    rows: [
      [start.label, "", first],
      ...steps.map(({ label, change }, index) => [label, formatChange(change, format), running[index] ?? ""]),
      [end.label, "", last],
    ],
  };
  return (
    <ChartFigure {...figure} summary={figure.summary ?? summary.trim()} table={table}>
      {() => (
        <ChartRows>
          <ChartRow label={start.label} figure={first} strong ticks={geometry.ticks}>
            <RowBar {...geometry.start} thickness={18} className="fill-series-1" />
            <Connector x={geometry.start.x + geometry.start.width} half="lower" />
          </ChartRow>
          {geometry.steps.map((placed, index) => {
            const step = steps[index];
            if (!step) return null;
            const before = geometry.steps[index - 1]?.connector ?? geometry.start.x + geometry.start.width;
            return (
              <ChartRow
                key={step.key}
                label={step.label}
                href={step.href}
                figure={formatChange(step.change, format)}
                ticks={geometry.ticks}
              >
                <Connector x={before} half="upper" />
                <Connector x={placed.connector} half="lower" />
                <RowBar
                  x={placed.x}
                  width={placed.width}
                  thickness={18}
                  className={
                    step.tone === undefined
                      ? "fill-scale-3 stroke-series-1"
                      : `stroke-muted ${severityFill[step.tone]}`
                  }
                />
              </ChartRow>
            );
          })}
          <ChartRow label={end.label} figure={last} strong ticks={geometry.ticks}>
            <Connector x={geometry.end.x + geometry.end.width} half="upper" />
            <RowBar {...geometry.end} thickness={18} className="fill-series-1" />
          </ChartRow>
          <AxisRow ticks={geometry.ticks} format={format} />
        </ChartRows>
      )}
    </ChartFigure>
  );
}

/** Carries the running total from one row to the next. */
function Connector({ x, half }: { x: number; half: "upper" | "lower" }) {
  return (
    <line
      x1={`${x}%`}
      x2={`${x}%`}
      y1={half === "upper" ? "0" : "50%"}
      y2={half === "upper" ? "50%" : "100%"}
      className="stroke-muted"
    />
  );
}
