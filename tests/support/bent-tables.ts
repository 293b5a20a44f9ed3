import type ExcelJS from "exceljs";
import fc from "fast-check";
import { DAYS, HOSTILE } from "./bent-files";
import { byHand, workbook } from "./workbook";

/** What may be done to a table before it is written, and how it may be written. */

/** What an arbitrary makes. */
export type Made<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const CELLS = [
  ...HOSTILE,
  ...DAYS,
  ...["=1+1", '=HYPERLINK("http://evil.example","x")', "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "'", "''=1"],
  ...["1e400", "-0", "9".repeat(400), "0x10", "1,5", "NaN", "Infinity", "\u0663", "\uff11", "1 000", "½"],
  ...["yes", "YES", "\u212aes", "dontKnow", "conditions.resources", "other", "high; low", "a;b,c\td"],
  ...['"', '""', '"a', 'a"b', "a\r\n=1", "javascript:alert(1)", "https://a.example/".repeat(30)],
  ...["x".repeat(99_999), "x".repeat(100_001), "\u{1f468}\u200d".repeat(2000), "\n".repeat(600)],
];

const place = { row: fc.nat(200), column: fc.nat(20) };
const cellBend = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("put" as const), ...place, by: fc.constantFrom(...CELLS) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(["dropRow", "doubleRow", "dropColumn", "doubleColumn", "swapColumns", "reverse"] as const),
        ...(["longer", "shorter", "blank", "noTitles"] as const),
      ),
      ...place,
    }),
  },
  // Few that are taken: an organization of thousands of units is another question.
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("many" as const),
      ...place,
      count: fc.constantFrom(2, 40, 10_001),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("chain" as const), count: fc.constantFrom(5, 19, 25, 3000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("wide" as const), count: fc.constantFrom(190, 250, 16_000) }),
  },
);
export const tableBends = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Made<typeof cellBend>[]>([]) },
  { weight: 4, arbitrary: fc.array(cellBend, { minLength: 1, maxLength: 2 }) },
);
export type TableBend = Made<typeof cellBend>;

const asText = fc.record({
  as: fc.constant("text" as const),
  separator: fc.constantFrom(",", ";", "\t"),
  end: fc.constantFrom("\r\n", "\n", "\r", "\n\n"),
  quoted: fc.constantFrom("needed", "needed", "needed", "always", "never"),
  first: fc.oneof(
    { weight: 6, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constantFrom("sep=;\n", "sep=,\r\n", "sep=|\n", "\n\n") },
  ),
  encoding: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("utf-8", "marked utf-8", "utf-16le", "utf-16be") },
    { weight: 1, arbitrary: fc.constantFrom("unmarked utf-16le", "latin1") },
  ),
});
const asWorkbook = fc.record({
  as: fc.constant("workbook" as const),
  cells: fc.constantFrom("text", "typed", "rich"),
  sheets: fc.constantFrom("one", "one", "one", "hidden before", "empty before", "all hidden"),
});
const HAND_MADE = {
  "row beyond the last": '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
  "column beyond the last": '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
  "place of letters only": '<row r="x"><c r="x"><v>1</v></c></row>',
  "text that is not there": '<row><c t="s"><v>99999</v></c><c t="s"><v>-1</v></c></row>',
  "style that is not there": '<row><c s="70000"><v>1</v></c></row>',
  "day out of reach": '<row><c t="d"><v>+010000-99-99</v></c><c><v>1e308</v></c></row>',
  deep: `<row>${"<c>".repeat(5000)}${"</c>".repeat(5000)}</row>`,
  "never closed": "<row><c><v>1",
  "declared entity": "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><row><c><v>&a;</v></c></row>",
  "cells without end": `<row>${"<c/>".repeat(100_000)}</row>`,
} as const;
const asHandMade = fc.record({
  as: fc.constant("hand-made workbook" as const),
  sheet: fc.constantFrom(...(Object.keys(HAND_MADE) as (keyof typeof HAND_MADE)[])),
});
export const writings = fc.oneof(
  { weight: 6, arbitrary: asText },
  { weight: 3, arbitrary: asWorkbook },
  { weight: 1, arbitrary: asHandMade },
);
export type Writing = Made<typeof writings>;

type Rows = string[][];

export function bendTable(table: Rows, bends: readonly TableBend[]): Rows {
  return bends.reduce(bendOnce, table);
}

function bendOnce(rows: Rows, bend: TableBend): Rows {
  if (bend.do === "chain") {
    const below = Array.from({ length: bend.count }, (_, at) => [
      `Link ${at + 1}`,
      at === 0 ? "" : `Link ${at}`,
    ]);
    return [...rows, ...below];
  }
  if (bend.do === "wide") {
    const [titles = [], ...others] = rows;
    return [[...titles, ...Array.from({ length: bend.count }, () => "")], ...others];
  }
  const row = bend.row % Math.max(1, rows.length);
  const cells = rows[row] ?? [];
  const column = bend.column % Math.max(1, cells.length);
  const other = (column + 1) % Math.max(1, cells.length);
  const withRow = (...changed: Rows) => rows.toSpliced(row, 1, ...changed);
  switch (bend.do) {
    case "put":
      return withRow(cells.with(column, bend.by));
    case "dropRow":
      return withRow();
    case "doubleRow":
      return withRow(cells, cells);
    case "dropColumn":
      return rows.map((one) => one.toSpliced(column, 1));
    case "doubleColumn":
      return rows.map((one) => one.toSpliced(column, 0, one[column] ?? ""));
    case "swapColumns":
      return rows.map((one) => {
        const swapped = [...one];
        [swapped[column], swapped[other]] = [one[other] ?? "", one[column] ?? ""];
        return swapped;
      });
    case "reverse":
      return rows.toReversed();
    case "longer":
      return withRow([...cells, "more", "and more"]);
    case "shorter":
      return withRow(cells.slice(0, column));
    case "blank":
      return withRow(
        [],
        cells.map(() => " "),
        cells,
      );
    case "noTitles":
      return rows.slice(1);
    case "many":
      return withRow(
        ...Array.from({ length: bend.count }, (_, at) => cells.with(column, `${cells[column]} ${at}`)),
      );
  }
}

/** A table as bytes, as a spreadsheet program, a person or somebody hostile would write it. */
export async function writeTable(rows: Rows, writing: Writing): Promise<Uint8Array> {
  if (writing.as === "hand-made workbook") return byHand(HAND_MADE[writing.sheet]);
  if (writing.as === "workbook") return writeWorkbook(rows, writing);
  const { separator, end, quoted, first, encoding } = writing;
  const text =
    first + rows.map((row) => row.map((cell) => quote(cell, quoted)).join(separator) + end).join("");
  return encode(text, encoding);
}

function quote(cell: string, quoted: string): string {
  if (quoted === "never") return cell;
  return quoted === "always" || /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(text: string, encoding: string): Uint8Array {
  switch (encoding) {
    case "marked utf-8":
      return Buffer.from(`\ufeff${text}`);
    case "utf-16le":
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case "utf-16be":
      return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
    case "unmarked utf-16le":
      return Buffer.from(text, "utf16le");
    case "latin1":
      return Buffer.from(text, "latin1");
    default:
      return Buffer.from(text);
  }
}

type AsWorkbook = Extract<Writing, { as: "workbook" }>;

function writeWorkbook(rows: Rows, { cells, sheets }: AsWorkbook): Promise<Uint8Array> {
  const table = { rows: rows.map((row) => row.map((cell) => cellValue(cell, cells))) };
  switch (sheets) {
    case "hidden before":
      return workbook({ rows: [["hidden"]], state: "hidden" }, table);
    case "empty before":
      return workbook({ rows: [] }, table);
    case "all hidden":
      return workbook({ ...table, state: "veryHidden" });
    default:
      return workbook(table);
  }
}

function cellValue(cell: string, cells: AsWorkbook["cells"]): ExcelJS.CellValue {
  if (cells === "rich")
    return { richText: [{ text: cell.slice(0, 1) }, { font: { bold: true }, text: cell.slice(1) }] };
  if (cells === "text" || cell === "") return cell;
  if (cell.startsWith("=")) return { formula: cell.slice(1), result: "" };
  if (/^\d{4}-\d\d-\d\d$/.test(cell) && !Number.isNaN(Date.parse(cell))) return new Date(cell);
  if (cell === "yes" || cell === "no") return cell === "yes";
  if (cell.trim() !== "" && Number.isFinite(Number(cell))) return Number(cell);
  return cell.startsWith("http") ? { text: cell, hyperlink: cell } : cell;
}
