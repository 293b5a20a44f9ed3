import { performance } from "node:perf_hooks";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { streamSheet } from "@/lib/server/report/xlsx-stream";
import { COLUMNS, printTimeAndPeak, rows } from "./big-table";

/** Writes the big table as our exports write their long ones. */
const started = performance.now();
const stream = new PassThrough();
const bytes = buffer(stream);
const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
const columns = COLUMNS.map((title) => ({ title, width: 16 }));
await streamSheet(workbook, { name: "Units", columns, rows: rows() }, () => true);
await workbook.commit();
printTimeAndPeak(performance.now() - started, (await bytes).length);
