"use client";

import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, Tooltip } from "recharts";
import { seriesDash } from "@/lib/chart-geometry/marks";
import type { Domain } from "@/lib/chart-geometry/scale";
import { ticks } from "@/lib/chart-geometry/scale";
import type { Size } from "./explore-box";
import type { ValueFormat } from "./format";
import { layOutRadar, RadarLabels, radarLayouts, radarNotes } from "./radar-layout";
import { Readout } from "./readout";

export type RadarLiveProps = {
  axes: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
  domain: Domain;
  format: ValueFormat;
};

/** Drawn by Recharts, in the browser only. */
export function RadarLive({ axes, series, domain, format, width, height }: RadarLiveProps & Size) {
  const points = axes.map((axis, index) => ({
    axis,
    values: series.map(({ values }) => values[index] ?? null),
  }));
  const layout = width < 448 ? radarLayouts.narrow : radarLayouts.wide;
  const scale = width / layout.width;
  const geometry = layOutRadar({ axes, series, domain, format, layout });
  return (
    <RadarChart
      width={width}
      height={height}
      data={points}
      cx={geometry.center.x * scale}
      cy={geometry.center.y * scale}
      outerRadius={geometry.radius * scale}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
    >
      <PolarGrid stroke="var(--line)" />
      <PolarAngleAxis dataKey="axis" tick={false} axisLine={false} />
      <g transform={`scale(${scale})`}>
        <RadarLabels
          geometry={geometry}
          notes={radarNotes(series, format, layout)}
          fontSize={layout.fontSize}
        />
      </g>
      <PolarRadiusAxis domain={[...domain]} ticks={ticks(domain)} tick={false} axisLine={false} />
      {series
        .map(({ name }, index) => (
          <Radar
            key={name}
            name={name}
            dataKey={(point: (typeof points)[number]) => point.values[index]}
            stroke={`var(--series-${index + 1})`}
            strokeWidth={2}
            strokeDasharray={seriesDash(index) ?? undefined}
            fill={`var(--series-${index + 1})`}
            fillOpacity={index === 0 ? 0.12 : 0}
            dot={{ r: 4, fillOpacity: 1, strokeDasharray: "none" }}
            isAnimationActive={false}
          />
        ))
        .reverse()}
      <Tooltip
        isAnimationActive={false}
        content={({ active, label }) => {
          const point = active ? points.find(({ axis }) => axis === label) : undefined;
          if (!point) return null;
          return (
            <Readout
              title={point.axis}
              entries={series.map(({ name }, index) => ({ name, value: point.values[index] ?? null }))}
              format={format}
            />
          );
        }}
      />
    </RadarChart>
  );
}
