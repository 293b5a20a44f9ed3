import { seriesDash } from "@/lib/chart-geometry/marks";
import { type Domain, HUNDRED } from "@/lib/chart-geometry/scale";
import { fillOf, strokeOf } from "./colors";
import { ChartFigure, type FigureProps, NoData } from "./figure";
import { formatTick, formatValue, type ValueFormat } from "./format";
import { Key, KeyEntry, LineSample, SeriesMarker } from "./key";
import { RadarExplorer } from "./radar-explorer";
import { layOutRadar, RadarLabels, type RadarLayout, radarLayouts, radarNotes } from "./radar-layout";

/** One value for each axis, in the order of the axes; null is not known. */
export type RadarSeries = { name: string; values: readonly (number | null)[] };

export type RadarProps = FigureProps & {
  /** Three at least, in the order given, the first upward, then clockwise. */
  axes: readonly string[];
  /** Four at most; the first stands out. */
  series: readonly RadarSeries[];
  /** Heads the axes in the table. */
  axisName?: string;
  domain?: Domain;
  format?: ValueFormat;
  /** Offer the chart with a readout for pointer and keyboard; its script comes when asked for. */
  explore?: boolean;
};

/** Outlines over several axes. Their areas say nothing: show bars or dots beside it. */
export function Radar({
  axes,
  series,
  axisName = "Axis",
  domain = HUNDRED,
  format = "score",
  explore = false,
  ...figure
}: RadarProps) {
  const known = series.some(({ values }) => values.some((value) => value !== null));
  const summary = series
    .map(
      ({ name, values }) =>
        `${name}: ${axes.map((axis, index) => `${axis} ${formatValue(values[index], format)}`).join(", ")}.`,
    )
    .join(" ");
  if (axes.length < 3 || !known) {
    return (
      <ChartFigure {...figure} summary="No value is known." table={null}>
        {() => <NoData />}
      </ChartFigure>
    );
  }
  const table = {
    head: [axisName, ...series.map(({ name }) => name)],
    rows: axes.map((axis, index) => [
      axis,
      ...series.map(({ values }) => formatValue(values[index], format)),
    ]),
  };
  return (
    <ChartFigure {...figure} summary={figure.summary ?? summary} table={table}>
      {(ids) => {
        const drawing = { axes, series, domain, format, labelledBy: `${ids.title} ${ids.summary}` };
        const chart = (
          <>
            <Drawing
              {...drawing}
              layout={radarLayouts.narrow}
              className="w-full overflow-visible @md:hidden"
            />
            <Drawing
              {...drawing}
              layout={radarLayouts.wide}
              className="hidden w-full overflow-visible @md:block"
            />
          </>
        );
        return (
          <>
            <Key>
              {series.map(({ name }, index) => (
                <KeyEntry key={name} sample={<LineSample series={index} />}>
                  {name}
                </KeyEntry>
              ))}
            </Key>
            <div className="max-w-[30rem]">
              {explore ? (
                <RadarExplorer axes={axes} series={series} domain={domain} format={format}>
                  {chart}
                </RadarExplorer>
              ) : (
                chart
              )}
            </div>
          </>
        );
      }}
    </ChartFigure>
  );
}

function Drawing({
  axes,
  series,
  domain,
  format,
  labelledBy,
  layout,
  className,
}: {
  axes: readonly string[];
  series: readonly RadarSeries[];
  domain: Domain;
  format: ValueFormat;
  labelledBy: string;
  layout: RadarLayout;
  className: string;
}) {
  const geometry = layOutRadar({ axes, series, domain, format, layout });
  const { width, fontSize } = layout;
  const { center, height, rings, spokes, polygons } = geometry;
  const middle = `translate(${center.x} ${center.y})`;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by the heading of its figure
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={labelledBy} className={className}>
      <g transform={middle} className="fill-none stroke-line">
        {rings.map(({ value, path }) => (
          <path key={value} d={path} />
        ))}
      </g>
      <g className="stroke-line">
        {spokes.map((spoke) => (
          <line key={`${spoke.x2} ${spoke.y2}`} {...spoke} />
        ))}
      </g>
      {polygons
        .map(({ path, points }, index) => (
          <g key={series[index]?.name}>
            <path
              d={path}
              transform={middle}
              strokeWidth="2"
              strokeLinejoin="round"
              strokeDasharray={seriesDash(index) ?? undefined}
              fillOpacity={index === 0 && points.length === axes.length ? 0.12 : 0}
              className={`${strokeOf(index)} ${fillOf(index)}`}
            />
            {points.map((point) => (
              <g key={point.axis} transform={`translate(${point.x} ${point.y})`}>
                <title>{`${axes[point.axis]}, ${series[index]?.name}: ${formatValue(point.value, format)}`}</title>
                <SeriesMarker series={index} />
              </g>
            ))}
          </g>
        ))
        .reverse()}
      <g fontSize={fontSize - 0.5} className="fill-muted stroke-surface" paintOrder="stroke" strokeWidth="3">
        {rings.map(({ value, label }, index) =>
          index % 2 === 1 ? (
            <text key={value} x={label.x + 4} y={label.y + fontSize - 1}>
              {formatTick(value, format)}
            </text>
          ) : null,
        )}
      </g>
      <RadarLabels geometry={geometry} notes={radarNotes(series, format, layout)} fontSize={fontSize} />
    </svg>
  );
}
