import clsx from "clsx";
import { type ReactNode, useId } from "react";
import { DataTable } from "../ui/data-table";
import { InParts } from "../ui/in-turn";
import { TableKeyFigure } from "./table-key";

/** What every chart says about itself. */
export type FigureProps = {
  /** The finding, in words: the heading. */
  title: string;
  level?: 2 | 3 | 4;
  /** In one or two sentences for people who do not see the chart; made from the numbers when left out. */
  summary?: string;
  /** How to read it, in one line under the heading. */
  note?: ReactNode;
  className?: string;
};

/** The numbers of a chart as text: the first cell of a row names it. */
export type TableTwin = { head: readonly string[]; rows: readonly (readonly string[])[] };

type ChartFigureProps = FigureProps & {
  summary: string;
  table: TableTwin | null;
  /** Receives the ids that name and describe the chart. */
  children: (ids: { title: string; summary: string }) => ReactNode;
};

export function ChartFigure({
  title,
  level = 3,
  summary,
  note,
  table,
  className,
  children,
}: ChartFigureProps) {
  const id = useId();
  const ids = { title: `${id}-title`, summary: `${id}-summary` };
  const Heading = `h${level}` as const;
  return (
    <TableKeyFigure
      aria-labelledby={ids.title}
      aria-describedby={ids.summary}
      className={clsx("@container min-w-0 print:break-inside-avoid", className)}
    >
      <figcaption className="mb-3">
        <Heading id={ids.title} className="text-lg font-semibold">
          {title}
        </Heading>
        {note ? <p className="text-sm text-muted">{note}</p> : null}
        <p id={ids.summary} className="sr-only">
          {summary}
        </p>
      </figcaption>
      {children(ids)}
      {table ? <Twin title={title} table={table} /> : null}
    </TableKeyFigure>
  );
}

function Twin({ title, table: { head, rows } }: { title: string; table: TableTwin }) {
  return (
    <details data-table className="mt-1">
      <summary
        aria-keyshortcuts="t"
        className="inline-flex min-h-11 items-center gap-2 text-accent underline underline-offset-4 hover:text-accent-strong print:hidden"
      >
        Show as table
      </summary>
      <DataTable label={`Table: ${title}`} className="text-sm tabular-nums [&_td]:text-right">
        <thead>
          <tr>
            {head.map((name, index) => (
              <th key={name} scope="col" className={index > 0 ? "text-right" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <InParts items={rows} size={100}>
            {([name, ...cells], row) => (
              <tr key={row}>
                <th scope="row" className="!border-line !font-normal">
                  {name}
                </th>
                {cells.map((cell, index) => (
                  <td key={head[index + 1]}>{cell}</td>
                ))}
              </tr>
            )}
          </InParts>
        </tbody>
      </DataTable>
    </details>
  );
}

/** What stands in place of a chart without a single known value. */
export function NoData({
  children = "There is nothing to show yet: no value is known.",
}: {
  children?: ReactNode;
}) {
  return (
    <p className="rounded-md border border-dashed border-line-strong px-4 py-6 text-muted">{children}</p>
  );
}
