import clsx from "clsx";
import type { Route } from "next";
import type { ReactNode } from "react";
import { type Domain, HUNDRED, stepOf } from "@/lib/chart-geometry/scale";
import { InParts } from "../ui/in-turn";
import { TextLink } from "../ui/text-link";
import { scaleCell, severityCell, type Tone } from "./colors";
import { ChartFigure, type FigureProps, NoData } from "./figure";
import { formatValue, type ValueFormat } from "./format";

export type HeatColumn = {
  key: string;
  /** A link that sorts, for instance. */
  header: ReactNode;
  sorted?: "ascending" | "descending";
};

export type HeatRow = {
  key: string;
  label: string;
  href?: Route;
  /** A line under the label. */
  note?: ReactNode;
  /** One for each of `columns`; null is not known. */
  values: readonly (number | null)[];
  /** Where each value leads, as `values`. */
  hrefs?: readonly string[];
  /** The color of each value, as `values`, where a value alone does not say it. */
  tones?: readonly Tone[];
  /** One for each of `plainColumns`. */
  plain?: readonly ReactNode[];
};

export type HeatTableProps = Omit<FigureProps, "summary"> & {
  summary?: string;
  /** Heads the column of labels. */
  rowHeader: Omit<HeatColumn, "key">;
  /** Uncolored columns between the labels and the values. */
  plainColumns?: readonly HeatColumn[];
  columns: readonly HeatColumn[];
  rows: readonly HeatRow[];
  domain?: Domain;
  format?: ValueFormat;
  /** Colors by severity, where more is worse. */
  toneOf?: (value: number) => Tone;
  /** Says why a value is missing, on the cells that lack one. */
  missing?: string;
};

/** A real table whose cells are colored in five steps; its head and its first column stay in sight. */
export function HeatTable({
  rowHeader,
  plainColumns = [],
  columns,
  rows,
  domain = HUNDRED,
  format = "score",
  toneOf,
  missing = "Not known",
  ...figure
}: HeatTableProps) {
  const summary = `${rows.length} ${rows.length === 1 ? "row" : "rows"}, ${columns.length} ${columns.length === 1 ? "column" : "columns"} of values.`;
  return (
    <ChartFigure {...figure} summary={figure.summary ?? summary} table={null}>
      {() =>
        rows.length === 0 ? (
          <NoData>There is nothing to compare yet.</NoData>
        ) : (
          <section
            aria-label={`Table: ${figure.title}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
            className="relative max-h-[80vh] overflow-auto print:max-h-none print:overflow-visible"
          >
            <table className="min-w-full border-separate border-spacing-0.5 text-sm tabular-nums print:[print-color-adjust:exact]">
              <thead>
                <tr>
                  <HeadCell column={rowHeader} className="left-0 z-20 text-left" />
                  {plainColumns.map((column) => (
                    <HeadCell key={column.key} column={column} className="z-10 text-left" />
                  ))}
                  {columns.map((column) => (
                    <HeadCell key={column.key} column={column} className="z-10 text-right" />
                  ))}
                </tr>
              </thead>
              <tbody>
                <InParts items={rows} size={10}>
                  {(row) => (
                    <tr key={row.key}>
                      <th
                        scope="row"
                        className="sticky left-0 z-[5] max-w-36 min-w-28 bg-surface px-2 py-1.5 text-left font-normal @md:max-w-64 @md:min-w-44"
                      >
                        {row.href ? (
                          <TextLink href={row.href} prefetch={false} className="inline-block py-1.5">
                            {row.label}
                          </TextLink>
                        ) : (
                          row.label
                        )}
                        {row.note ? <span className="block text-muted">{row.note}</span> : null}
                      </th>
                      {plainColumns.map((column, index) => (
                        <td key={column.key} className="px-2 py-1.5">
                          {row.plain?.[index]}
                        </td>
                      ))}
                      {columns.map((column, index) => (
                        <HeatCell
                          key={column.key}
                          value={row.values[index] ?? null}
                          href={row.hrefs?.[index]}
                          domain={domain}
                          format={format}
                          tone={row.tones?.[index]}
                          toneOf={toneOf}
                          missing={missing}
                        />
                      ))}
                    </tr>
                  )}
                </InParts>
              </tbody>
            </table>
          </section>
        )
      }
    </ChartFigure>
  );
}

function HeadCell({ column, className }: { column: Omit<HeatColumn, "key">; className: string }) {
  return (
    <th
      scope="col"
      aria-sort={column.sorted}
      className={clsx("sticky top-0 bg-surface px-2 py-2 align-bottom font-semibold", className)}
    >
      {column.header}
    </th>
  );
}

/** One colored cell, also for tables that draw only the rows in sight. */
export function HeatCell({
  value,
  href,
  domain = HUNDRED,
  format = "score",
  tone,
  toneOf,
  missing,
}: {
  value: number | null;
  href?: string;
  domain?: Domain;
  format?: ValueFormat;
  /** Goes before what `toneOf` says. */
  tone?: Tone | undefined;
  toneOf?: (value: number) => Tone;
  missing: string;
}) {
  if (value === null) {
    return (
      <td
        title={missing}
        className="border border-dashed border-line-strong px-2 py-1.5 text-right text-muted"
      >
        <span aria-hidden="true">–</span>
        <span className="sr-only">{missing}</span>
      </td>
    );
  }
  const severity = tone ?? toneOf?.(value);
  const color = severity === undefined ? scaleCell[stepOf(value, domain)] : severityCell[severity];
  const text = formatValue(value, format);
  if (href === undefined) return <td className={clsx("min-w-16 px-2 py-1.5 text-right", color)}>{text}</td>;
  return (
    <td className={clsx("min-w-16 p-0", color)}>
      {/* A plain link: thousands of cells need no router, and the row it leads to is marked as the target. */}
      <a href={href} className="flex min-h-11 items-center justify-end px-2 hover:underline">
        {text}
      </a>
    </td>
  );
}
