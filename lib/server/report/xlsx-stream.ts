import "server-only";
import { setImmediate } from "node:timers/promises";
import type ExcelJS from "exceljs";
import { cellOf, cellStyle, headOf, type SheetColumn, type Value } from "./xlsx-sheet";

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
  sheet.columns = columns.map(headOf);
  // The very same object for each cell of a column: exceljs then looks it up instead of writing it out.
  const styles = columns.map(cellStyle);
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  let count = 0;
  for (const row of rows) {
    const written = sheet.addRow(row.map(cellOf));
    written.eachCell((cell, column) => Object.assign(cell, { style: styles[column - 1] }));
    written.commit();
    if (++count % ROWS_AT_A_TIME > 0) continue;
    await setImmediate();
    if (!isWanted()) break;
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: count + 1, column: columns.length } };
  sheet.commit();
}
