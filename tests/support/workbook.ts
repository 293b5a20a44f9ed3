import ExcelJS from "exceljs";
import { entry, zip } from "./zip";

type Sheet = {
  name?: string;
  state?: "visible" | "hidden" | "veryHidden";
  rows: readonly (readonly ExcelJS.CellValue[])[];
};

/** A workbook as a spreadsheet program would save it. */
export async function workbook(...sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [index, { name = `Sheet ${index + 1}`, state = "visible", rows }] of sheets.entries()) {
    const sheet = book.addWorksheet(name, { state });
    for (const [row, cells] of rows.entries()) {
      for (const [column, value] of cells.entries()) sheet.getCell(row + 1, column + 1).value = value;
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const relations = (...all: readonly [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="${RELATIONS}">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The parts of a workbook by name, its one sheet as it is written in the file; others in place of what is said here. */
export function parts(sheetData: string, others: Record<string, string> = {}): Record<string, string> {
  return {
    "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
      ["rId3", "styles", "styles.xml"],
    ),
    "xl/sharedStrings.xml": "<sst/>",
    "xl/styles.xml": "<styleSheet/>",
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...others,
  };
}

export function packed(all: Record<string, string>): Uint8Array {
  return zip(Object.entries(all).map(([name, content]) => entry(name, content)));
}

/** A workbook whose sheet is written by hand, with what no spreadsheet program would write. */
export function byHand(sheetData: string, others: Record<string, string> = {}): Uint8Array {
  return packed(parts(sheetData, others));
}
