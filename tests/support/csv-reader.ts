/**
 * CSV as the csv module of Python and Excel read it: a quotation mark counts only where a cell begins, and what follows
 * the one that closes it is text up to the separator or the line break.
 */
export function laxCells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let state: "begin" | "text" | "quoted" | "closing" = "begin";
  for (const letter of text) {
    if (state === "quoted") {
      if (letter === '"') state = "closing";
      else cell += letter;
    } else if (state === "closing" && letter === '"') {
      cell += letter;
      state = "quoted";
    } else if (letter === separator || letter === "\n" || letter === "\r") {
      rows.at(-1)?.push(cell);
      if (letter !== separator) rows.push([]);
      cell = "";
      state = "begin";
    } else if (state === "begin" && letter === '"') state = "quoted";
    else {
      cell += letter;
      state = "text";
    }
  }
  rows.at(-1)?.push(cell);
  return rows;
}
