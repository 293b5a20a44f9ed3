import clsx from "clsx";
import type { Route } from "next";
import type { ReactNode } from "react";
import type { Tick } from "@/lib/chart-geometry/bars";
import { TextLink } from "../ui/text-link";
import { formatTick, type ValueFormat } from "./format";

/**
 * Rows of label, drawing and figure that share columns; in a narrow box the drawing goes under the label. Drawings are
 * laid out in percent of their own width and in pixels of height, so that text and marks never scale.
 */
export function ChartRows({ children }: { children: ReactNode }) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 @md:grid-cols-[fit-content(40%)_minmax(0,1fr)_auto] @md:gap-x-4">
      {children}
    </ul>
  );
}

/** Rows under a heading of their own. */
export function RowGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="col-span-full grid grid-cols-subgrid [&:not(:first-child)]:pt-4">
      <span className="col-span-full pb-1 text-sm font-semibold text-muted">{name}</span>
      <ul className="col-span-full grid grid-cols-subgrid" aria-label={name}>
        {children}
      </ul>
    </li>
  );
}

type ChartRowProps = {
  label: string;
  href?: Route;
  /** The figure, written at the end of the row. */
  figure: ReactNode;
  /** What the drawing adds to the figure, for people who do not see it. */
  spoken?: string;
  strong?: boolean;
  ticks: readonly Tick[];
  children: ReactNode;
};

export function ChartRow({ label, href, figure, spoken, strong, ticks, children }: ChartRowProps) {
  return (
    <li className="col-span-full grid grid-cols-subgrid pb-2 @md:pb-0">
      <span
        className={clsx(
          "flex min-w-0 items-center py-1 hyphens-auto",
          href && "min-h-11",
          strong && "font-semibold",
        )}
      >
        <span className="min-w-0">
          {href ? (
            <TextLink href={href} prefetch={false} className="py-2">
              {label}
            </TextLink>
          ) : (
            label
          )}
        </span>
      </span>
      <span className="flex items-center justify-end text-right font-semibold tabular-nums @md:order-3">
        {figure}
        {spoken ? <span className="sr-only">, {spoken}</span> : null}
      </span>
      <span className="relative col-span-full block h-7 @md:order-2 @md:col-span-1 @md:h-auto @md:min-h-9">
        <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible">
          <g className="stroke-line">
            {ticks.map(({ value, x }) => (
              <line key={value} x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
            ))}
          </g>
          {children}
        </svg>
      </span>
    </li>
  );
}

/** The scale under the rows. */
export function AxisRow({ ticks, format }: { ticks: readonly Tick[]; format: ValueFormat }) {
  return (
    <li aria-hidden="true" className="col-span-full grid grid-cols-subgrid">
      <span className="relative col-span-full block h-6 @md:col-span-1 @md:col-start-2">
        <svg
          aria-hidden="true"
          className="absolute inset-0 size-full overflow-visible fill-muted text-xs tabular-nums"
        >
          {ticks.map(({ value, x }) => (
            <text key={value} x={`${x}%`} y="15" textAnchor={x <= 0 ? "start" : x >= 100 ? "end" : "middle"}>
              {formatTick(value, format)}
            </text>
          ))}
        </svg>
      </span>
    </li>
  );
}

/** A rectangle around the middle line of a row; `x` and `width` in percent, `thickness` in pixels. */
export function RowBar({
  x,
  width,
  thickness = 14,
  className,
}: {
  x: number;
  width: number;
  thickness?: number;
  className: string;
}) {
  return (
    <rect
      x={`${x}%`}
      y="50%"
      width={`${width}%`}
      height={thickness}
      transform={`translate(0 ${-thickness / 2})`}
      className={className}
    />
  );
}

/** An upright line of `thickness` × `height` pixels at `x` percent, around the middle of the row. */
export function RowPost({
  x,
  thickness,
  height,
  className,
}: {
  x: number;
  thickness: number;
  height: number;
  className: string;
}) {
  return (
    <rect
      x={`${x}%`}
      y="50%"
      width={thickness}
      height={height}
      transform={`translate(${-thickness / 2} ${-height / 2})`}
      className={className}
    />
  );
}

/** A line with caps between two values, with a rim so that it is legible on any bar. */
export function RowWhisker({ x, width }: { x: number; width: number }) {
  const ends = [x, x + width];
  return (
    <>
      {ends.map((end) => (
        <RowPost key={end} x={end} thickness={3.5} height={12} className="fill-surface" />
      ))}
      <RowBar x={x} width={width} thickness={3.5} className="fill-surface" />
      <RowBar x={x} width={width} thickness={1.5} className="fill-ink" />
      {ends.map((end) => (
        <RowPost key={end} x={end} thickness={1.5} height={10} className="fill-ink" />
      ))}
    </>
  );
}

/** Words in the place of a mark that is not there. */
export function RowWords({ children }: { children: string }) {
  return (
    <text x="6" y="50%" dy="5" className="fill-muted text-sm">
      {children}
    </text>
  );
}

/** The mark a value is measured against, with a rim as well. */
export function RowTarget({ x }: { x: number }) {
  return (
    <>
      <RowPost x={x} thickness={6} height={24} className="fill-surface" />
      <RowPost x={x} thickness={3} height={22} className="fill-ink" />
    </>
  );
}
