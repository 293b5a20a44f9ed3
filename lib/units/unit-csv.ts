import Papa from "papaparse";
import type { Fault } from "../import/answer";
import { unitDetailsSchema } from "./unit-schema";

/** Units as a table: one a row, its parent by name. */

export const UNIT_COLUMNS = [
  "name",
  "parent",
  "region",
  "industry",
  "regulated",
  "unitsInScope",
  "processesInScope",
] as const;
type Column = (typeof UNIT_COLUMNS)[number];

const ROWS_MAX = 10_000;
const REGULATED: Record<string, boolean> = { yes: true, true: true, no: false, false: false, "": false };

/** What an empty cell, or a column that is not there, means. */
const EMPTY: Record<Column, string> = {
  name: "",
  parent: "",
  region: "",
  industry: "",
  regulated: "no",
  unitsInScope: "1",
  processesInScope: "1",
};

export type UnitRow = ReturnType<typeof unitDetailsSchema.parse> & {
  /** Where it begins in the file, from 1. */
  line: number;
  /** Name of the unit above; null at the top. */
  parent: string | null;
};

/** A file to fill in, with two rows that show how. */
export function unitTemplate(): string {
  const rows = [
    ["Retail group", "", "Europe", "Retail", "no", "1", "1"],
    ["Stores", "Retail group", "Europe", "Retail", "no", "12", "30"],
  ];
  return `\uFEFF${Papa.unparse({ fields: [...UNIT_COLUMNS], data: rows }, { newline: "\r\n" })}\r\n`;
}

/** Reads comma, semicolon or tab. Every fault names its line and column; cells are text, whatever they begin with. */
export function parseUnitCsv(text: string): { rows: UnitRow[]; faults: Fault[] } {
  const misquoted: Fault[] = [];
  const [header, ...records] = linesOf(text.replace(/^\uFEFF/, ""), misquoted);
  if (misquoted.length > 0) return { rows: [], faults: misquoted };
  if (!header) return { rows: [], faults: [{ place: "line 1", text: "The file is empty." }] };
  const columns = header.cells.map((title) => columnOf(title));
  const faults = headerFaults(header.cells, columns);
  if (faults.length === 0 && records.length === 0)
    faults.push({ place: "line 2", text: "There is no unit." });
  if (records.length > ROWS_MAX) {
    faults.push({ place: `line ${records[ROWS_MAX]?.line}`, text: `At most ${ROWS_MAX} units at once.` });
  }
  if (faults.length > 0) return { rows: [], faults };
  const rows = records.flatMap((record) => rowOf(record, columns, faults));
  return { rows, faults };
}

type Line = { line: number; cells: string[] };

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

const letters = (title: string) => title.toLowerCase().replace(/[^a-z]/g, "");

function columnOf(title: string): Column | undefined {
  return UNIT_COLUMNS.find((column) => letters(column) === letters(title));
}

function headerFaults(titles: readonly string[], columns: readonly (Column | undefined)[]): Fault[] {
  const faults: Fault[] = [];
  const known = UNIT_COLUMNS.join(", ");
  for (const [index, title] of titles.entries()) {
    const column = columns[index];
    const place = `line 1, column ${index + 1}`;
    if (!column) faults.push({ place, text: `“${title.slice(0, 100)}” is not one of ${known}.` });
    else if (columns.indexOf(column) < index)
      faults.push({ place, text: `The column ${column} stands twice.` });
  }
  if (!columns.includes("name")) faults.push({ place: "line 1", text: "There is no column name." });
  return faults;
}

function rowOf({ line, cells }: Line, columns: readonly (Column | undefined)[], faults: Fault[]): UnitRow[] {
  if (cells.slice(columns.length).some((cell) => cell !== "")) {
    faults.push({ place: `line ${line}`, text: `More cells than the ${columns.length} columns of line 1.` });
    return [];
  }
  const given = { ...EMPTY };
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim();
    if (column && cell) given[column] = cell;
  }
  const regulated = REGULATED[given.regulated.toLowerCase()];
  const parsed = unitDetailsSchema.safeParse({ ...given, regulated: regulated ?? false });
  if (regulated === undefined) faults.push({ place: `line ${line}, regulated`, text: "Enter yes or no." });
  for (const { path, message } of parsed.error?.issues ?? []) {
    faults.push({ place: `line ${line}, ${path.join(".")}`, text: message });
  }
  return parsed.success ? [{ ...parsed.data, line, parent: given.parent || null }] : [];
}
