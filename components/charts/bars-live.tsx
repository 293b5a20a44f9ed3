"use client";

import { Bar, CartesianGrid, ComposedChart, ErrorBar, Scatter, Tooltip, XAxis, YAxis } from "recharts";
import { type Domain, ticks } from "@/lib/chart-geometry/scale";
import type { Size } from "./explore-box";
import { formatTick, type ValueFormat } from "./format";
import { Readout } from "./readout";

type Row = {
  label: string;
  value: number | null;
  target?: number | null;
  low?: number | null;
  high?: number | null;
};

export type BarsLiveProps = {
  rows: readonly Row[];
  names: { value: string; target: string; low: string; high: string };
  domain: Domain;
  format: ValueFormat;
};

const measures = ["value", "target", "low", "high"] as const;

/** How far the range reaches below and above the value. */
function reach({ value, low, high }: Row): [number, number] | null {
  return value === null || low == null || high == null || low === high ? null : [value - low, high - value];
}

function TargetMark({ cx, cy }: { cx?: number; cy?: number }) {
  if (cx === undefined || cy === undefined || Number.isNaN(cx)) return null;
  return <rect x={cx - 1.5} y={cy - 11} width="3" height="22" className="fill-ink" />;
}

/** Drawn by Recharts, in the browser only. */
export function BarsLive({ rows, names, domain, format, width, height }: BarsLiveProps & Size) {
  const data = rows.map((row, place) => ({ ...row, place }));
  return (
    <ComposedChart
      width={width}
      height={height}
      layout="vertical"
      data={data}
      margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
    >
      <CartesianGrid horizontal={false} stroke="var(--line)" />
      <XAxis
        type="number"
        domain={[...domain]}
        ticks={ticks(domain)}
        tickFormatter={(value: number) => formatTick(value, format)}
        tick={{ fill: "var(--ink-muted)", fontSize: 12 }}
        stroke="var(--line-strong)"
        height={24}
      />
      <YAxis
        type="category"
        dataKey="place"
        width={Math.min(200, width * 0.4)}
        interval={0}
        tickFormatter={(place: number) => rows[place]?.label ?? ""}
        tick={{ fill: "var(--ink)", fontSize: 13 }}
        stroke="var(--line-strong)"
      />
      <Bar dataKey="value" fill="var(--series-1)" barSize={14} isAnimationActive={false}>
        <ErrorBar dataKey={reach} direction="x" width={5} stroke="var(--ink)" isAnimationActive={false} />
      </Bar>
      <Scatter dataKey="target" shape={TargetMark} isAnimationActive={false} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: "var(--surface-raised)" }}
        content={({ active, label }) => {
          const row = active ? rows[Number(label)] : undefined;
          if (!row) return null;
          const entries = measures.flatMap((measure) => {
            const value = row[measure];
            return value === undefined ? [] : [{ name: names[measure], value }];
          });
          return <Readout title={row.label} entries={entries} format={format} />;
        }}
      />
    </ComposedChart>
  );
}
