import { BOUNDS } from "../bounds/bounds";
import { formatCount } from "../format/number";
import { countOf, type Faults, inQuotes, noFaults, oneFault, tell } from "./faults";
import { unquoteFormulas } from "./formula";
import { type ScannedRow, scanRows } from "./scan";

/** A table as it came: the text of a CSV file, or the rows of a workbook's sheet. */
export type Table =
  | { text: string; rows?: undefined }
  | { text?: undefined; rows: readonly (readonly string[])[] };

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

type Titles<Column> = { place: string; columns: readonly (Column | undefined)[]; below: string };

const SAID = {
  quotes: "A quotation mark is not closed, or stands within a cell.",
  columns: `There are more than ${BOUNDS.columns} columns. Save only the table, and check what separates its columns.`,
  cell: `A cell holds more than ${BOUNDS.cell} characters. Shorten it, or check that this is a table.`,
};

/**
 * Reads rows of a workbook, or text with comma, semicolon or tab; titles in any order and wording. Every fault names its
 * place and column; cells are text, whatever they begin with, and what an export quoted against formulas is as it was.
 * Ends at the first row that is too much, so that a file costs no more than a table of the size that is allowed.
 */
export function readTable<Column extends string>(
  table: Table,
  { columns: known, required, noun }: Shape<Column>,
): { rows: TableRow<Column>[] } & Faults {
  const placeOf = (at: number) => `${table.rows ? "row" : "line"} ${at}`;
  const none = (found: Faults) => ({ rows: [], ...found });
  const empty = Object.fromEntries(known.map((column) => [column, ""])) as Record<Column, string>;
  const rows: TableRow<Column>[] = [];
  const misquoted = noFaults();
  const found = noFaults();
  let titles: Titles<Column> | null = null;
  for (const { at, cells, fault } of table.rows ? rowsOfSheet(table.rows) : rowsOfText(table.text, known)) {
    const place = placeOf(at);
    if (fault === "quotes") tell(misquoted, place, SAID.quotes);
    else if (fault) return none(oneFault(place, SAID[fault]));
    if (countOf(misquoted) > 0 || isBlank(cells)) continue;
    if (!titles) {
      titles = { place, columns: cells.map((title) => keyOf(title, known)), below: placeOf(at + 1) };
      const wrong = titleFaults(titles, cells, known, required);
      if (countOf(wrong) > 0) return none(wrong);
      continue;
    }
    if (rows.length + countOf(found) === BOUNDS.rows)
      return none(oneFault(place, `At most ${formatCount(BOUNDS.rows, noun)} at once.`));
    const { columns } = titles;
    if (!isBlank(cells.slice(columns.length))) {
      tell(found, place, `More cells than the ${columns.length} columns of ${titles.place}.`);
      continue;
    }
    const row = { place, cells: { ...empty } };
    for (const [index, column] of columns.entries()) {
      if (column) row.cells[column] = unquoteFormulas(cells[index] ?? "");
    }
    rows.push(row);
  }
  if (countOf(misquoted) > 0) return none(misquoted);
  if (!titles) return none(oneFault(placeOf(1), "The file is empty."));
  if (rows.length + countOf(found) === 0) return none(oneFault(titles.below, `There is no ${noun}.`));
  return { rows, ...found };
}

const letters = (words: string) => words.toLowerCase().replace(/[\s'’_-]/g, "");

/** `targetPhase` for “Target phase”: the key that has the same letters. */
export function keyOf<Key extends string>(words: string, keys: readonly Key[]): Key | undefined {
  return keys.find((key) => letters(key) === letters(words));
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");

function* rowsOfSheet(rows: readonly (readonly string[])[]): Generator<ScannedRow> {
  for (const [index, cells] of rows.entries()) {
    const fault = cells.some(({ length }) => length > BOUNDS.cell) ? "cell" : null;
    yield { at: index + 1, cells: [...cells], fault };
  }
}

/** What separates cells: as a first line such as `sep=;` says it for spreadsheets, or as the titles show. */
function rowsOfText(withMark: string, known: readonly string[]): Generator<ScannedRow> {
  const text = withMark.replace(/^\uFEFF/, "");
  const [said, delimiter] = /^"?sep=([,;\t])"?(?:\r\n?|\n|$)/i.exec(text) ?? [];
  if (said === undefined || delimiter === undefined) return scanRows(text, delimiterOf(text, known));
  return scanRows(text.slice(said.length), delimiter, 2);
}

/** The one that shows most titles that are known, or else most titles. A table of one column has none. */
function delimiterOf(text: string, known: readonly string[]): string {
  const [best] = [",", ";", "\t"]
    .map((delimiter) => {
      const titles = titlesIn(text, delimiter);
      const columns = new Set(titles.flatMap((title) => keyOf(title, known) ?? []));
      return { delimiter, count: titles.length, known: columns.size };
    })
    .toSorted((a, b) => b.known - a.known || b.count - a.count);
  return best && best.count > 1 ? best.delimiter : "";
}

function titlesIn(text: string, delimiter: string): readonly string[] {
  for (const { cells, fault } of scanRows(text, delimiter)) {
    if (fault || !isBlank(cells)) return cells;
  }
  return [];
}

function titleFaults<Column extends string>(
  { place, columns }: Titles<Column>,
  titles: readonly string[],
  known: readonly Column[],
  required: readonly Column[],
): Faults {
  const found = noFaults();
  for (const [index, title] of titles.entries()) {
    const column = columns[index];
    const at = `${place}, column ${index + 1}`;
    if (!column) tell(found, at, `${inQuotes(title)} is not one of ${known.join(", ")}.`);
    else if (columns.indexOf(column) < index) tell(found, at, `The column ${column} stands twice.`);
  }
  for (const column of required) {
    if (!columns.includes(column)) tell(found, place, `There is no column ${column}.`);
  }
  return found;
}
