import Papa from "papaparse";
import { formatCount } from "../format/number";
import type { Fault } from "../import/answer";
import { withoutQuote } from "./formula";

export const ROWS_MAX = 10_000;

type Line = { line: number; cells: string[] };

export type CsvRow<Column extends string> = {
  /** Where it begins in the file, from 1. */
  line: number;
  /** A column that is not there is as if it were empty. */
  cells: Record<Column, string>;
};

type Table<Column extends string> = {
  columns: readonly Column[];
  required: readonly Column[];
  /** What a row holds. */
  noun: string;
};

/**
 * Reads comma, semicolon or tab, titles in any order and wording. Every fault names its line and column; cells are text,
 * whatever they begin with, and what an export quoted against formulas is as it was.
 */
export function readCsv<Column extends string>(
  text: string,
  { columns: known, required, noun }: Table<Column>,
): { rows: CsvRow<Column>[]; faults: Fault[] } {
  const misquoted: Fault[] = [];
  const [header, ...records] = linesOf(text.replace(/^\uFEFF/, ""), misquoted);
  if (misquoted.length > 0) return { rows: [], faults: misquoted };
  if (!header) return { rows: [], faults: [{ place: "line 1", text: "The file is empty." }] };
  const columns = header.cells.map((title) => keyOf(title, known));
  const faults = headerFaults(header.cells, columns, known);
  for (const column of required) {
    if (!columns.includes(column)) faults.push({ place: "line 1", text: `There is no column ${column}.` });
  }
  if (faults.length === 0 && records.length === 0)
    faults.push({ place: "line 2", text: `There is no ${noun}.` });
  if (records.length > ROWS_MAX) {
    const place = `line ${records[ROWS_MAX]?.line}`;
    faults.push({ place, text: `At most ${formatCount(ROWS_MAX, noun)} at once.` });
  }
  if (faults.length > 0) return { rows: [], faults };
  const empty = Object.fromEntries(known.map((column) => [column, ""])) as Record<Column, string>;
  const rows: CsvRow<Column>[] = [];
  for (const { line, cells } of records) {
    if (cells.slice(columns.length).some((cell) => cell !== "")) {
      const text = `More cells than the ${columns.length} columns of line 1.`;
      faults.push({ place: `line ${line}`, text });
      continue;
    }
    const row = { line, cells: { ...empty } };
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

function linesOf(text: string, faults: Fault[]): Line[] {
  const found: Line[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t"],
    step: ({ data, errors, meta }) => {
      if (errors.some(({ type }) => type === "Quotes")) {
        faults.push({
          place: `line ${line}`,
          text: "A quotation mark is not closed, or stands within a cell.",
        });
      }
      if (data.some((cell) => cell.trim() !== "")) found.push({ line, cells: data });
      // A quoted cell may hold line breaks, so that lines are not rows.
      line += text.slice(from, meta.cursor).split(/\r\n|\r|\n/).length - 1;
      from = meta.cursor;
    },
  });
  return found;
}

function headerFaults<Column extends string>(
  titles: readonly string[],
  columns: readonly (Column | undefined)[],
  known: readonly Column[],
): Fault[] {
  const faults: Fault[] = [];
  for (const [index, title] of titles.entries()) {
    const column = columns[index];
    const place = `line 1, column ${index + 1}`;
    if (!column) faults.push({ place, text: `“${title.slice(0, 100)}” is not one of ${known.join(", ")}.` });
    else if (columns.indexOf(column) < index)
      faults.push({ place, text: `The column ${column} stands twice.` });
  }
  return faults;
}
