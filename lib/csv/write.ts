import Papa from "papaparse";
import { FORMULA } from "./formula";

type Cell = string | number | boolean | null;

/**
 * A table with a row of titles; null is empty. UTF-8 with a byte order mark, so that Excel reads it as such; text that a
 * spreadsheet would run as a formula is quoted with an apostrophe, figures never are.
 */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, Cell>[],
): string {
  const options = { columns: [...columns], escapeFormulae: FORMULA, newline: "\r\n" };
  return `\uFEFF${Papa.unparse([...rows], options)}\r\n`;
}
