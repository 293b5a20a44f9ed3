import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { severityCell, severityFill, TONES, type Tone } from "./colors";
import { ChartFigure, type FigureProps } from "./figure";
import { Key, KeyEntry } from "./key";

/** `short` stands in for the label where the box is narrow. */
export type MatrixHeading = { label: string; short: string };

export type MatrixCell = {
  tone: Tone;
  /** What the cell counts. */
  items: readonly string[];
  href?: Route;
};

export type MatrixProps = FigureProps & {
  /** Top to bottom and left to right as given. */
  rows: readonly MatrixHeading[];
  columns: readonly MatrixHeading[];
  rowTitle: string;
  columnTitle: string;
  /** `cells[row][column]`. */
  cells: readonly (readonly MatrixCell[])[];
  /** Names of the tones, none to worst. */
  tones?: Readonly<Record<Tone, string>>;
  /** Words for the first and last column of the table. */
  names?: { item?: string; tone?: string };
};

const hint = "Point at a count, tab to it or tap it to read the names.";

/** Counts on a grid. The names behind a count stand under the grid while it has the pointer or the focus. */
export function Matrix({
  rows,
  columns,
  rowTitle,
  columnTitle,
  cells,
  tones,
  names,
  ...figure
}: MatrixProps) {
  const entries = rows.flatMap((row, rowIndex) =>
    columns.flatMap((column, columnIndex) => {
      const cell = cells[rowIndex]?.[columnIndex];
      return (cell?.items ?? []).map((item) => ({ item, row, column, tone: cell?.tone ?? 0 }));
    }),
  );
  const worst = entries.toSorted((a, b) => b.tone - a.tone)[0];
  const summary = worst
    ? `${entries.length} in the grid. Worst: ${worst.item}, ${rowTitle} ${worst.row.label}, ${columnTitle} ${worst.column.label}.`
    : "The grid is empty.";
  const table = {
    head: [names?.item ?? "Name", rowTitle, columnTitle, ...(tones ? [names?.tone ?? "Rating"] : [])],
    rows: entries.map(({ item, row, column, tone }) => [
      item,
      row.label,
      column.label,
      ...(tones ? [tones[tone]] : []),
    ]),
  };
  return (
    <ChartFigure {...figure} summary={figure.summary ?? summary} table={entries.length > 0 ? table : null}>
      {(ids) => (
        <div className="group/grid relative max-w-2xl pb-24">
          {tones ? <ToneKey tones={tones} /> : null}
          <table
            aria-labelledby={ids.title}
            className="w-full table-fixed border-separate border-spacing-0.5 text-sm print:[print-color-adjust:exact]"
          >
            <thead>
              <tr>
                <td className="w-[28%] @md:w-[26%]" />
                <th colSpan={columns.length} scope="colgroup" className="pb-1 font-semibold">
                  {columnTitle}
                </th>
              </tr>
              <tr>
                <th
                  scope="col"
                  className="pr-1 text-right align-bottom text-xs font-semibold @md:pr-2 @md:text-sm"
                >
                  {rowTitle}
                </th>
                {columns.map((column) => (
                  <th key={column.label} scope="col" className="pb-1 align-bottom font-normal">
                    <Heading heading={column} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, rowIndex) => (
                <tr key={row.label}>
                  <th scope="row" className="pr-2 text-right font-normal">
                    <Heading heading={row} />
                  </th>
                  {columns.map((column, columnIndex) => {
                    const cell = cells[rowIndex]?.[columnIndex];
                    return (
                      <Cell
                        key={column.label}
                        cell={cell}
                        toneName={cell && tones?.[cell.tone]}
                        place={`${rowTitle} ${row.label}, ${columnTitle} ${column.label}`}
                      />
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="absolute inset-x-0 bottom-0 h-20 px-1 text-sm text-muted group-has-[td_:is(a,button):is(:hover,:focus)]/grid:invisible print:hidden">
            {entries.length > 0 ? hint : "Nothing stands in the grid yet."}
          </p>
        </div>
      )}
    </ChartFigure>
  );
}

function Heading({ heading: { label, short } }: { heading: MatrixHeading }) {
  return (
    <>
      <span aria-hidden="true" className="@md:hidden">
        {short}
      </span>
      <span className="sr-only @md:not-sr-only">{label}</span>
    </>
  );
}

function ToneKey({ tones }: { tones: Readonly<Record<Tone, string>> }) {
  return (
    <Key>
      {TONES.map((tone) => (
        <KeyEntry
          key={tone}
          sample={
            <rect
              x="-9"
              y="-7"
              width="18"
              height="14"
              className={clsx("stroke-line-strong", severityFill[tone])}
            />
          }
        >
          {tones[tone]}
        </KeyEntry>
      ))}
    </Key>
  );
}

function Cell({ cell, toneName, place }: { cell?: MatrixCell; toneName?: string; place: string }) {
  const tone = severityCell[cell?.tone ?? 0];
  if (!cell || cell.items.length === 0) return <td className={clsx("h-11 @md:h-12", tone)} />;
  const face = "grid h-11 w-full place-items-center text-base font-semibold @md:h-12";
  const names = cell.items.join(", ");
  const spoken = `${cell.items.length}, ${names}`;
  return (
    <td className={clsx("group p-0", tone)}>
      {cell.href ? (
        <Link href={cell.href} prefetch={false} aria-label={spoken} className={clsx(face, "underline")}>
          {cell.items.length}
        </Link>
      ) : (
        <button type="button" aria-label={spoken} className={face}>
          {cell.items.length}
        </button>
      )}
      <div
        aria-hidden="true"
        className="absolute inset-x-0 bottom-0 hidden h-20 overflow-y-auto bg-surface px-1 text-sm text-ink group-focus-within:block group-hover:z-10 group-hover:block print:hidden"
      >
        <p className="text-muted">
          {place}
          {toneName ? `: ${toneName}` : ""}
        </p>
        <p className="font-semibold">{names}</p>
      </div>
    </td>
  );
}
