import { type RadarGeometry, radarGeometry } from "@/lib/chart-geometry/radar";
import type { Domain } from "@/lib/chart-geometry/scale";
import { fillOf } from "./colors";
import { formatValue, type ValueFormat } from "./format";

/** The width a radar is laid out for, and whether the values of the first series stand under its axes. */
export type RadarLayout = { width: number; fontSize: number; noted: boolean };

/** The narrow one gives way to the wide one in boxes of 28rem (`@md`). */
export const radarLayouts = {
  narrow: { width: 248, fontSize: 12.5, noted: false },
  wide: { width: 420, fontSize: 14, noted: true },
} satisfies Record<string, RadarLayout>;

type Series = readonly { values: readonly (number | null)[] }[];

export function radarNotes(
  series: Series,
  format: ValueFormat,
  { noted }: RadarLayout,
): string[] | undefined {
  return noted ? series[0]?.values.map((value) => formatValue(value, format)) : undefined;
}

/** The same for the drawing of the server and for the live chart that takes its place. */
export function layOutRadar({
  axes,
  series,
  domain,
  format,
  layout,
}: {
  axes: readonly string[];
  series: Series;
  domain: Domain;
  format: ValueFormat;
  layout: RadarLayout;
}): RadarGeometry {
  return radarGeometry({
    axes,
    notes: radarNotes(series, format, layout),
    series: series.map(({ values }) => values),
    width: layout.width,
    domain,
    fontSize: layout.fontSize,
  });
}

export function RadarLabels({
  geometry: { labels, lineHeight },
  notes,
  fontSize,
}: {
  geometry: RadarGeometry;
  notes?: readonly string[];
  fontSize: number;
}) {
  return (
    <g fontSize={fontSize} textAnchor="middle" className="fill-ink">
      {labels.map(({ lines, x, y, noteY }, index) => (
        <text key={`${x} ${y}`} y={y}>
          {lines.map((line, row) => (
            <tspan key={line} x={x} dy={row > 0 ? lineHeight : undefined}>
              {line}
            </tspan>
          ))}
          {notes ? (
            <tspan x={x} y={noteY} fontWeight="600" className={fillOf(0)}>
              {notes[index]}
            </tspan>
          ) : null}
        </text>
      ))}
    </g>
  );
}
