import "server-only";
import ExcelJS, { type CellValue, type Column, type Style, type Workbook, type Worksheet } from "exceljs";
import { quoteFormulas } from "@/lib/csv/formula";
import { firstOf } from "@/lib/text/length";
import { wellFormed } from "@/lib/text/well-formed";
import { wellFormedTexts } from "@/lib/text/well-formed-texts";

export type Live = { formula: string; result: number | string };
export type Value = string | number | boolean | null | Live;

export type SheetColumn = { title: string; width: number; format?: string };

export const ONE_DECIMAL = "0.0";
export const TWO_DECIMALS = "0.00";
export const PERCENT = "0%";

/** Null stands in a cell as empty text, as the formulas leave it. */
export function live(formula: string, result: number | string | null): Live {
  return { formula, result: result ?? "" };
}

/** A workbook with the sheets that `add` gives it; its formulas are computed once it is opened. */
export async function renderWorkbook(created: Date, add: (workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "Scaling Readiness";
  workbook.created = created;
  workbook.calcProperties.fullCalcOnLoad = true;
  add(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A sheet with a frozen, filterable head; text is neutralized, so only our own formulas run. */
export function addSheet(
  workbook: Workbook,
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly Value[])[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = sheetColumns(columns);
  for (const row of rows) sheet.addRow(row.map(cellOf));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  return sheet;
}

export function sheetColumns(columns: readonly SheetColumn[]): Partial<Column>[] {
  return columns.map((column) => ({ ...headOf(column), style: cellStyle(column) }));
}

export function headOf({ title, width }: SheetColumn): Partial<Column> {
  return { header: wellFormed(title), width };
}

export function cellStyle({ width, format }: SheetColumn): Partial<Style> {
  return { alignment: { vertical: "top", wrapText: width > 24 }, ...(format && { numFmt: format }) };
}

/** More characters a cell of Excel does not hold: it takes the file for a damaged one. */
const CELL_MAX = 32_767;

export function cellOf(stored: Value): CellValue {
  const value = wellFormedTexts(stored);
  if (typeof value !== "string") return value;
  const text = quoteFormulas(value);
  return escaped(text.length <= CELL_MAX ? text : `${firstOf(text, CELL_MAX - 1, unitsOf)}…`);
}

/** So that `_x0041_`, which the format reads as the letter A, stays what it is. */
function escaped(text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");
}

const unitsOf = (text: string) => text.length;

/** `'Answers'!$F$2:$F$61`, the data of a column without its head. */
export function range(sheet: string, column: string, rows: number): string {
  return `${sheet}!$${column}$2:$${column}$${rows + 1}`;
}
