import { performance } from "node:perf_hooks";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { COLUMNS, printTimeAndPeak, rows } from "./big-table";

/** Writes the big table with the streaming writer of exceljs. */
const started = performance.now();
const stream = new PassThrough();
const bytes = buffer(stream);
const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
const sheet = workbook.addWorksheet("Units");
sheet.addRow(COLUMNS).commit();
for (const row of rows()) sheet.addRow(row).commit();
sheet.commit();
await workbook.commit();
printTimeAndPeak(performance.now() - started, (await bytes).length);
