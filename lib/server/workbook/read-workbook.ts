import "server-only";
import { findContents } from "./contents";
import { readSharedStrings } from "./shared-strings";
import { readSheet } from "./sheet";
import { readDayStyles } from "./styles";
import { WorkbookError } from "./workbook-error";
import { openParts } from "./zip-parts";

export type ReadWorkbook = { rows: string[][]; fault?: undefined } | { rows?: undefined; fault: string };

/**
 * The first visible sheet of an XLSX workbook as text: row n of it at n − 1, blank rows as they are, at most 10,001 rows
 * of 200 columns. Days are `2026-11-27`, booleans yes and no, formulas what they came to. A fault is a sentence that says
 * what to change.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  try {
    const { sheet, sharedStrings, styles, from1904 } = await findContents(await openParts(bytes));
    const strings = await readSharedStrings(sharedStrings);
    const days = await readDayStyles(styles);
    return { rows: await readSheet(sheet, { strings, days, from1904 }) };
  } catch (error) {
    if (error instanceof WorkbookError) return { fault: error.message };
    throw error;
  }
}
