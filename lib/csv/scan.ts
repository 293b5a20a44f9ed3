import { BOUNDS } from "../bounds/bounds";

/** `at`: the line it begins in, from 1. `fault`: why its cells are not to be trusted, or too many to read on. */
export type ScannedRow = { at: number; cells: string[]; fault: "quotes" | "columns" | "cell" | null };

type ScannedCell = { value: string; end: number; misquoted: boolean };

const QUOTE = '"';

/**
 * The rows of a text, but empty lines; the last one is the first that is too large. Empty cells right of the columns that a
 * table may have are left out. Own code, as papaparse parts a whole line of 30 MB before anyone can refuse it.
 */
export function* scanRows(text: string, delimiter: string, firstLine = 1): Generator<ScannedRow> {
  let line = firstLine;
  let at = 0;
  while (at < text.length) {
    const empty = breakAt(text, at);
    if (empty === 0) {
      const row: ScannedRow = { at: line, cells: [], fault: null };
      for (let more = true; more; ) {
        const isQuoted = text[at] === QUOTE;
        const cell = isQuoted ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter);
        take(row, cell);
        if (isTooLarge(row)) break;
        if (isQuoted) line += breaksIn(cell.value);
        at = cell.end;
        more = at < text.length && text[at] === delimiter;
        if (more) at += 1;
      }
      yield row;
      if (isTooLarge(row)) return;
    }
    at += breakAt(text, at);
    line += 1;
  }
}

const isTooLarge = ({ fault }: ScannedRow) => fault === "columns" || fault === "cell";

function take(row: ScannedRow, { value, misquoted }: ScannedCell) {
  if (misquoted) row.fault = "quotes";
  else if (value.length > BOUNDS.cell) row.fault ??= "cell";
  if (row.cells.length < BOUNDS.columns) row.cells.push(value);
  else if (value !== "") row.fault ??= "columns";
}

/** Never looks further than a cell may reach. */
function plainCell(text: string, from: number, delimiter: string): ScannedCell {
  const separator = delimiter.charCodeAt(0);
  const last = Math.min(text.length, from + BOUNDS.cell + 1);
  let end = from;
  for (; end < last; end += 1) {
    const code = text.charCodeAt(end);
    if (code === separator || code === 10 || code === 13) break;
  }
  return { value: text.slice(from, end), end, misquoted: false };
}

/** A mark that neither ends the cell nor stands twice is taken for text, so that the rows below are read as well. */
function quotedCell(text: string, from: number, delimiter: string): ScannedCell {
  let misquoted = false;
  for (let at = from + 1; ; ) {
    const close = text.indexOf(QUOTE, at);
    if (close < 0) return { value: text.slice(from + 1), end: text.length, misquoted: true };
    // Each mark of a text stands twice: more than that is too long, whatever it holds.
    if (close - from - 1 > 2 * BOUNDS.cell)
      return { value: text.slice(from + 1, close), end: close, misquoted: false };
    if (text[close + 1] === QUOTE) {
      at = close + 2;
      continue;
    }
    let end = close + 1;
    while (text[end] === " ") end += 1;
    if (end === text.length || text[end] === delimiter || breakAt(text, end) > 0) {
      return { value: text.slice(from + 1, close).replaceAll('""', QUOTE), end, misquoted };
    }
    misquoted = true;
    at = close + 1;
  }
}

/** Characters of the line break here, of any system; 0 where there is none. */
function breakAt(text: string, at: number): number {
  if (text[at] === "\n") return 1;
  if (text[at] !== "\r") return 0;
  return text[at + 1] === "\n" ? 2 : 1;
}

function breaksIn(text: string): number {
  let breaks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const width = breakAt(text, at);
    if (width > 0) breaks += 1;
    if (width > 1) at += 1;
  }
  return breaks;
}
