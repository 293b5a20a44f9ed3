import Papa from "papaparse";
import { formatCount } from "../format/number";
import type { Fault } from "../import/answer";
import { withoutQuote } from "./formula";

export const ROWS_MAX = 10_000;

/** A table as it came: the text of a CSV file, or the rows of a workbook's sheet. */
export type Table =
  | { text: string; rows?: undefined }
  | { text?: undefined; rows: readonly (readonly string[])[] };

/** Where it begins, from 1. */
type Line = { at: number; cells: readonly string[] };

export type TableRow<Column extends string> = {
  /** Where it begins: `line 3` of a text, `row 3` of a workbook. */
  place: string;
  /** A column that is not there is as if it were empty. */
  cells: Record<Column, string>;
};

type Shape<Column extends string> = {
  columns: readonly Column[];
  required: readonly Column[];
  /** What a row holds. */
  noun: string;
};

/**
 * Reads rows of a workbook, or text with comma, semicolon or tab; titles in any order and wording. Every fault names its
 * place and column; cells are text, whatever they begin with, and what an export quoted against formulas is as it was.
 */
export function readTable<Column extends string>(
  table: Table,
  { columns: known, required, noun }: Shape<Column>,
): { rows: TableRow<Column>[]; faults: Fault[] } {
  const placeOf = (at: number) => `${table.rows ? "row" : "line"} ${at}`;
  const { lines, misquoted } = table.rows ? linesOfRows(table.rows) : linesOfText(table.text);
  if (misquoted.length > 0) {
    const text = "A quotation mark is not closed, or stands within a cell.";
    return { rows: [], faults: misquoted.map((at) => ({ place: placeOf(at), text })) };
  }
  const [header, ...records] = lines;
  if (!header) return { rows: [], faults: [{ place: placeOf(1), text: "The file is empty." }] };
  const titles = placeOf(header.at);
  const columns = header.cells.map((title) => keyOf(title, known));
  const faults = headerFaults(titles, header.cells, columns, known);
  for (const column of required) {
    if (!columns.includes(column)) faults.push({ place: titles, text: `There is no column ${column}.` });
  }
  if (faults.length === 0 && records.length === 0)
    faults.push({ place: placeOf(header.at + 1), text: `There is no ${noun}.` });
  const tooMany = records[ROWS_MAX];
  if (tooMany)
    faults.push({ place: placeOf(tooMany.at), text: `At most ${formatCount(ROWS_MAX, noun)} at once.` });
  if (faults.length > 0) return { rows: [], faults };
  const empty = Object.fromEntries(known.map((column) => [column, ""])) as Record<Column, string>;
  const rows: TableRow<Column>[] = [];
  for (const { at, cells } of records) {
    const place = placeOf(at);
    if (cells.slice(columns.length).some((cell) => cell !== "")) {
      faults.push({ place, text: `More cells than the ${columns.length} columns of ${titles}.` });
      continue;
    }
    const row = { place, cells: { ...empty } };
    for (const [index, column] of columns.entries()) {
      if (column) row.cells[column] = withoutQuote(cells[index] ?? "");
    }
    rows.push(row);
  }
  return { rows, faults };
}

const letters = (words: string) => words.toLowerCase().replace(/[\s'’_-]/g, "");

/** `targetPhase` for “Target phase”: the key that has the same letters. */
export function keyOf<Key extends string>(words: string, keys: readonly Key[]): Key | undefined {
  return keys.find((key) => letters(key) === letters(words));
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");

type Lines = { lines: Line[]; misquoted: number[] };

function linesOfRows(rows: readonly (readonly string[])[]): Lines {
  const lines = rows.map((cells, index) => ({ at: index + 1, cells })).filter(({ cells }) => !isBlank(cells));
  return { lines, misquoted: [] };
}

function linesOfText(withMark: string): Lines {
  const text = withMark.replace(/^\uFEFF/, "");
  const lines: Line[] = [];
  const misquoted: number[] = [];
  let at = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t"],
    step: ({ data, errors, meta }) => {
      if (errors.some(({ type }) => type === "Quotes")) misquoted.push(at);
      if (!isBlank(data)) lines.push({ at, cells: data });
      // A quoted cell may hold line breaks, so that lines are not rows.
      at += text.slice(from, meta.cursor).split(/\r\n|\r|\n/).length - 1;
      from = meta.cursor;
    },
  });
  return { lines, misquoted };
}

function headerFaults<Column extends string>(
  line: string,
  titles: readonly string[],
  columns: readonly (Column | undefined)[],
  known: readonly Column[],
): Fault[] {
  const faults: Fault[] = [];
  for (const [index, title] of titles.entries()) {
    const column = columns[index];
    const place = `${line}, column ${index + 1}`;
    if (!column) faults.push({ place, text: `“${title.slice(0, 100)}” is not one of ${known.join(", ")}.` });
    else if (columns.indexOf(column) < index)
      faults.push({ place, text: `The column ${column} stands twice.` });
  }
  return faults;
}
