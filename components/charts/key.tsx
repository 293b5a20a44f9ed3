import clsx from "clsx";
import type { ReactNode } from "react";
import { markerPath, seriesDash } from "@/lib/chart-geometry/marks";
import { fillOf, strokeOf } from "./colors";

/** Names of marks beside a sample of each, above the chart. */
export function Key({ children }: { children: ReactNode }) {
  return <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">{children}</ul>;
}

export function KeyEntry({ sample, children }: { sample: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg width="28" height="16" viewBox="-14 -8 28 16" aria-hidden="true" className="shrink-0">
        {sample}
      </svg>
      {children}
    </li>
  );
}

export function LineSample({ series }: { series: number }) {
  return (
    <>
      <line
        x1="-14"
        x2="14"
        strokeWidth="2"
        strokeDasharray={seriesDash(series) ?? undefined}
        className={strokeOf(series)}
      />
      <SeriesMarker series={series} />
    </>
  );
}

/** The marker of a series around the current origin; only the first is solid, so that one shows through another. */
export function SeriesMarker({ series, area = 48 }: { series: number; area?: number }) {
  return (
    <path
      d={markerPath(series, area)}
      strokeWidth="2"
      className={clsx(strokeOf(series), series === 0 ? fillOf(series) : "fill-surface")}
    />
  );
}
