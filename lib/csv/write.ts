import { quoteFormulas } from "./formula";

type Cell = string | number | boolean | null;

/**
 * A table with a row of titles; null is empty. UTF-8 with a byte order mark, so that Excel reads it as such. Text is
 * quoted, also against being run as a formula; figures never are.
 */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, Cell>[],
): string {
  const lines = [
    columns.join(","),
    ...rows.map((row) => columns.map((column) => written(row[column])).join(",")),
  ];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null || cell === "") return "";
  return typeof cell === "string" ? `"${quoteFormulas(cell).replaceAll('"', '""')}"` : String(cell);
}
