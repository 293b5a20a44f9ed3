/** What a spreadsheet would run as a formula, or what was quoted against that. Papaparse's own passes over line breaks. */
export const FORMULA = /^'*[=+\-@\t\r\n]/;

/** The text of a cell without the one apostrophe that `writeCsv` quotes a formula with. */
export function withoutQuote(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
