/**
 * Where a spreadsheet may run what follows: at the start of a text, and after a separator or line break in it, since a
 * program set to semicolons does not know that a comma began a quoted cell and parts `"a","x;=1+1"` at the semicolon.
 * What looks ahead passes over apostrophes and over no separator, so that one more or less changes no place but its own.
 */
const RUN = String.raw`["' ]*[=+\-@＝＋－＠\t]`;
const places = (mark: string) =>
  new RegExp(String.raw`^${mark}(?=${RUN}|["' ]*[\r\n])|(?<=[;\t\r\n])${mark}(?=${RUN}|["' ]*$)`, "g");
const OPEN = places("");
const QUOTED = places("'");

/** The text with an apostrophe wherever a spreadsheet would run it, in a cell of a CSV file or of a workbook. */
export function quoteFormulas(text: string): string {
  return text.replace(OPEN, "'");
}

/** The text that `quoteFormulas` was given. */
export function unquoteFormulas(cell: string): string {
  return cell.replace(QUOTED, "");
}
