import "server-only";
import { setImmediate } from "node:timers/promises";
import type ExcelJS from "exceljs";
import { cellOf, type SheetColumn, sheetColumns, type Value } from "./xlsx-sheet";

/** Rows after which other requests have their turn. */
const ROWS_AT_A_TIME = 200;

export type Sheet = { name: string; columns: readonly SheetColumn[]; rows: Iterable<readonly Value[]> };

/** As `addSheet`, a row at a time: a sheet of a hundred thousand rows is never whole in memory. */
export async function streamSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns, rows }: Sheet,
  isWanted: () => boolean,
): Promise<void> {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = sheetColumns(columns);
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  let count = 0;
  for (const row of rows) {
    sheet.addRow(row.map(cellOf)).commit();
    if (++count % ROWS_AT_A_TIME > 0) continue;
    await setImmediate();
    if (!isWanted()) break;
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: count + 1, column: columns.length } };
  sheet.commit();
}
