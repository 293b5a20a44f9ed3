import clsx from "clsx";
import type { Route } from "next";
import type { Tick } from "@/lib/chart-geometry/bars";
import { ChartFigure, type FigureProps, NoData } from "./figure";
import { GanttDrag } from "./gantt-drag";
import { Key, KeyEntry } from "./key";
import { AxisRow, ChartRow, ChartRows, RowBar, RowGroup, RowTarget } from "./rows";

/** Whole weeks from 1, both ends included. */
type Span = { startWeek: number; endWeek: number };

export type GanttRow = Span & {
  key: string;
  label: string;
  href?: Route;
  /** Shows what another week would change: `week` is added to it. The bar can be moved then. */
  moveHref?: Route | undefined;
  /** Work with pauses between. */
  parts?: readonly Span[] | undefined;
  critical: boolean;
  locked: boolean;
};

export type GanttGroup = { name: string; rows: readonly GanttRow[] };

export type GanttProps = FigureProps & {
  groups: readonly GanttGroup[];
  weeks: number;
  /** Weeks at the end of which something is due, with what. */
  marks: readonly { week: number; title: string }[];
};

/** Work on a scale of weeks. */
export function Gantt({ groups, weeks, marks, ...figure }: GanttProps) {
  const rows = groups.flatMap((group) => group.rows);
  const ticks = ticksOf(weeks);
  const drawRow = (row: GanttRow) => (
    <ChartRow
      key={row.key}
      label={row.label}
      href={row.href}
      figure={<span className="max-w-24">{spansOf(row).map(weeksOf).join(", ")}</span>}
      ticks={ticks}
      spoken={[
        row.parts ? `in ${row.parts.length} parts` : null,
        row.critical ? "critical" : null,
        row.locked ? "locked" : null,
      ]
        .filter((word) => word !== null)
        .join(", ")}
    >
      <Work row={row} weeks={weeks} />
    </ChartRow>
  );
  const table = {
    head: ["Action", "Unit", "First week", "Last week", "Critical", "Locked"],
    rows: groups.flatMap(({ name, rows: own }) =>
      own.flatMap(({ label, critical, locked, ...row }) =>
        spansOf(row).map(({ startWeek, endWeek }, part, { length }) => [
          length > 1 ? `${label} (part ${part + 1} of ${length})` : label,
          name,
          String(startWeek),
          String(endWeek),
          critical ? "Yes" : "No",
          locked ? "Yes" : "No",
        ]),
      ),
    ),
  };
  const drawn = (
    <ChartRows>
      {groups.map(({ name, rows: own }) =>
        groups.length === 1 ? (
          own.map(drawRow)
        ) : (
          <RowGroup key={name} name={name}>
            {own.map(drawRow)}
          </RowGroup>
        ),
      )}
      {marks.length > 0 ? (
        <RowGroup name="Milestones">
          {marks.map(({ week, title }) => (
            <ChartRow
              key={`${week} ${title}`}
              label={title}
              figure={<span className="font-normal">end of {week}</span>}
              ticks={ticks}
            >
              <svg aria-hidden="true" x={`${(week / weeks) * 100}%`} y="50%" className="overflow-visible">
                <path d="M0 -7L7 0L0 7L-7 0z" className="fill-series-4" />
              </svg>
            </ChartRow>
          ))}
        </RowGroup>
      ) : null}
      <AxisRow ticks={ticks} format="level" />
    </ChartRows>
  );
  return (
    <ChartFigure
      {...figure}
      summary={figure.summary ?? summaryOf(rows, weeks)}
      table={rows.length > 0 ? table : null}
    >
      {() =>
        rows.length === 0 ? (
          <NoData>Nothing is planned.</NoData>
        ) : (
          <>
            <Key>
              <KeyEntry sample={<rect x="-14" y="-6" width="28" height="12" className="fill-series-1" />}>
                Work
              </KeyEntry>
              <KeyEntry
                sample={
                  <rect
                    x="-13"
                    y="-5"
                    width="26"
                    height="10"
                    strokeWidth="2"
                    className="fill-series-2 stroke-ink"
                  />
                }
              >
                Critical: a week later delays what follows
              </KeyEntry>
              <KeyEntry sample={<rect x="-1.5" y="-8" width="3" height="16" className="fill-ink" />}>
                Locked at its first week
              </KeyEntry>
              {rows.some(({ parts }) => parts) ? (
                <KeyEntry sample={<rect x="-14" y="-1" width="28" height="2" className="fill-ink" />}>
                  Pause between the parts of an action
                </KeyEntry>
              ) : null}
              {marks.length > 0 ? (
                <KeyEntry sample={<path d="M0 -7L7 0L0 7L-7 0z" className="fill-series-4" />}>
                  Milestone
                </KeyEntry>
              ) : null}
            </Key>
            {rows.some(({ moveHref }) => moveHref) ? <GanttDrag>{drawn}</GanttDrag> : drawn}
          </>
        )
      }
    </ChartFigure>
  );
}

function Work({ row, weeks }: { row: GanttRow; weeks: number }) {
  const placeOf = ({ startWeek, endWeek }: Span) => ({
    x: ((startWeek - 1) / weeks) * 100,
    width: ((endWeek - startWeek + 1) / weeks) * 100,
  });
  const whole = placeOf(row);
  const move = row.moveHref && {
    "data-move": row.moveHref,
    "data-week": row.startWeek,
    "data-end": row.endWeek,
    "data-weeks": weeks,
  };
  return (
    <a
      href={row.href}
      tabIndex={-1}
      // A finger across drags, one up or down scrolls; on what is inline Chromium knows no such difference.
      className={clsx(move && "block cursor-grab touch-pan-y select-none active:cursor-grabbing")}
      {...move}
    >
      <RowBar {...whole} thickness={28} className="fill-transparent" />
      {row.parts ? <RowBar {...whole} thickness={2} className="fill-ink" /> : null}
      {spansOf(row).map((span) => (
        <RowBar
          key={span.startWeek}
          {...placeOf(span)}
          className={row.critical ? "fill-series-2 stroke-2 stroke-ink" : "fill-series-1"}
        />
      ))}
      {row.locked ? <RowTarget x={whole.x} /> : null}
    </a>
  );
}

/** The first week and then every fourth; the scale ends where the last week does. */
export function ticksOf(weeks: number): Tick[] {
  const step = weeks > 30 ? 8 : 4;
  return Array.from({ length: Math.ceil(weeks / step) }, (_, index) => index * step).map((done) => ({
    value: done + 1,
    x: (done / weeks) * 100,
  }));
}

function spansOf({ startWeek, endWeek, parts }: Span & Pick<GanttRow, "parts">): readonly Span[] {
  return parts ?? [{ startWeek, endWeek }];
}

function weeksOf({ startWeek, endWeek }: Span): string {
  return startWeek === endWeek ? `${startWeek}` : `${startWeek}–${endWeek}`;
}

function summaryOf(rows: readonly GanttRow[], weeks: number): string {
  const last = Math.max(0, ...rows.map(({ endWeek }) => endWeek));
  const critical = rows.filter((row) => row.critical).length;
  return `${rows.length} in ${weeks} weeks, the last done by the end of week ${last}; ${critical} critical.`;
}
