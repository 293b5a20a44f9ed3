import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import { type Cell, cellText, type Lookup } from "./cell";
import { collectText } from "./text-of";
import { DAMAGED, WorkbookError } from "./workbook-error";
import { type Attributes, parseXml } from "./xml";

/** The titles and what is below them. */
const ROWS = 1 + BOUNDS.rows;
const TOO_MUCH_TEXT = `More than ${BOUNDS.sheetText / 1_000_000} million characters of text. Import the table in parts.`;

const tooFar = (place: string, limit: string) =>
  new WorkbookError(
    `There is text in ${place}, and at most ${limit} are read. Delete what is not of the table, or import it in parts.`,
  );

/** Rows from the first on, blank ones too, up to the last with text; a row ends with its last text. */
export async function readSheet(bytes: Uint8Array, lookup: Lookup): Promise<string[][]> {
  const table = boundedTable();
  const collected = collectText();
  let place = { row: 0, column: 0 };
  let cell: Cell | null = null;
  let inValue = false;
  await parseXml(bytes, {
    open(name, attributes) {
      if (name === "row") place = rowAfter(place, attributes);
      else if (name === "c") {
        place = placeAfter(place, attributes);
        cell = newCell(place, attributes);
      } else if (name === "v" && cell) {
        inValue = true;
        cell.value ??= "";
      } else if (name === "f" && cell) cell.formula = true;
      else collected.open(name);
    },
    text(text) {
      if (inValue && cell) cell.value += text;
      else collected.add(text);
    },
    close(name) {
      if (name === "v") inValue = false;
      else if (name === "c" && cell) {
        cell.inline = collected.take();
        table.put(place, cellText(cell, lookup));
        cell = null;
      } else collected.close(name);
    },
  });
  return table.rows;
}

type Place = { row: number; column: number };

function newCell({ row, column }: Place, { r, t, s }: Attributes): Cell {
  const reference = r ?? `${column} of row ${row}`;
  return { reference, type: t ?? "n", style: Number(s ?? 0), formula: false, value: null, inline: "" };
}

/** Rows and cells may leave out where they are: then they follow the one before. */
function rowAfter({ row }: Place, { r }: Attributes): Place {
  if (r === undefined) return { row: row + 1, column: 0 };
  if (!/^[1-9]\d{0,6}$/.test(r)) throw new WorkbookError(DAMAGED);
  return { row: Number(r), column: 0 };
}

function placeAfter({ row, column }: Place, { r }: Attributes): Place {
  if (r === undefined) return { row, column: column + 1 };
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(r) ?? [];
  if (letters === undefined) throw new WorkbookError(DAMAGED);
  return { row: Number(digits), column: columnOf(letters) };
}

/** 1 for `A`, 27 for `AA`. */
function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Checks before it makes room: a cell far out costs nothing. */
function boundedTable() {
  const rows: string[][] = [];
  let characters = 0;
  return {
    rows,
    put({ row, column }: Place, text: string) {
      if (text === "") return;
      if (row < 1) throw new WorkbookError(DAMAGED);
      if (row > ROWS) throw tooFar(`row ${row}`, `${ROWS} rows`);
      if (column > BOUNDS.columns) throw tooFar(`column ${column}`, `${BOUNDS.columns} columns`);
      characters += text.length;
      if (characters > BOUNDS.sheetText) throw new WorkbookError(TOO_MUCH_TEXT);
      while (rows.length < row) rows.push([]);
      const cells = rows[row - 1] ?? [];
      while (cells.length < column) cells.push("");
      cells[column - 1] = text;
    },
  };
}
