import "server-only";

/** Ends the reading of a workbook. Its message is for people: what is wrong, and what to change. */
export class WorkbookError extends Error {}

export const NOT_A_WORKBOOK =
  "Not an Excel workbook (.xlsx). Save the table as a workbook of that kind, or as CSV.";
export const PROTECTED =
  "Protected by a password, or of the old kind (.xls). Save it as a workbook (.xlsx) without a password, or as CSV.";
export const DAMAGED = "The workbook is damaged. Open it in a spreadsheet program and save it again.";
export const NO_SHEET =
  "There is no visible sheet. Save the table as the first sheet of a workbook (.xlsx), or as CSV.";

/** For what is too much to read. */
export const tooMuch = (what: string) =>
  new WorkbookError(`More than ${what}. Save only the table as a workbook of its own, or as CSV.`);
