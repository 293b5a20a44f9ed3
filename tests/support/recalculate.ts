import ExcelJS from "exceljs";
import { HyperFormula, type RawCellContent } from "hyperformula";

export type Recalculated = {
  /** The value of a cell such as `Summary`, `B9`, computed from the formulas alone. */
  value: (sheet: string, cell: string) => unknown;
  set: (sheet: string, cell: string, content: RawCellContent) => void;
  rows: (sheet: string) => unknown[][];
};

/** Opens a workbook in another calculation engine, which sees its formulas and none of their stored results. */
export async function recalculate(file: Buffer): Promise<Recalculated> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file).buffer as ArrayBuffer);
  const sheets: Record<string, RawCellContent[][]> = {};
  for (const sheet of workbook.worksheets) {
    sheets[sheet.name] = Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (_, column): RawCellContent => {
        const cell = sheet.getCell(row + 1, column + 1);
        if (cell.formula) return `=${cell.formula}`;
        const { value } = cell;
        if (value === null || value === undefined) return null;
        if (typeof value === "number" || typeof value === "boolean") return value;
        // An apostrophe keeps text from being read as a formula or a number, as in a spreadsheet.
        return `'${String(value)}`;
      }),
    );
  }
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3" });
  const idOf = (name: string) => {
    const id = engine.getSheetId(name);
    if (id === undefined) throw new Error(`No sheet ${name}`);
    return id;
  };
  const addressOf = (sheet: string, cell: string) => {
    const address = engine.simpleCellAddressFromString(cell, idOf(sheet));
    if (!address) throw new Error(`No cell ${cell}`);
    return address;
  };
  return {
    value: (sheet, cell) => engine.getCellValue(addressOf(sheet, cell)),
    set: (sheet, cell, content) => engine.setCellContents(addressOf(sheet, cell), [[content]]),
    rows: (sheet) => engine.getSheetValues(idOf(sheet)),
  };
}
