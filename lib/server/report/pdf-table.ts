import "server-only";
import type { Cell, Column, TableBlock } from "@/lib/report/document";
import {
  add,
  artifact,
  contentWidth,
  type Doc,
  ensureRoom,
  LINE,
  LINE_STRONG,
  MARGIN,
  MUTED,
  type Parent,
  pageRoom,
  STEPS,
  TONES,
  textAt,
  textHeight,
} from "./pdf-page";

const SIZE = 8.5;
const PAD = 4;

type Placed = Column & { x: number; width: number };

function place(doc: Doc, columns: readonly Column[]): Placed[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  let x = MARGIN;
  return columns.map((column) => {
    const width = (contentWidth(doc) * column.share) / total;
    const placed = { ...column, x, width };
    x += width;
    return placed;
  });
}

const textOf = (cell: Cell | undefined) => (typeof cell === "string" ? cell : (cell?.text ?? ""));

function rowHeight(doc: Doc, columns: readonly Placed[], cells: readonly Cell[], font: string): number {
  const heights = columns.map(({ width }, index) =>
    textHeight(doc, textOf(cells[index]), width - 2 * PAD, SIZE, font),
  );
  return Math.max(...heights) + 2 * PAD;
}

/** A real table: rows are never cut, the head stands again on each page, and readers know heads from cells. */
export function drawTable(doc: Doc, parent: Parent, { caption, columns, rows }: TableBlock) {
  if (rows.length === 0) return;
  const placed = place(doc, columns);
  const titles = columns.map(({ title }) => title);
  const headHeight = rowHeight(doc, placed, titles, "bold");
  const firstRow = rowHeight(doc, placed, rows[0] ?? [], "regular");
  const captionHeight = textHeight(doc, caption, contentWidth(doc), 10.5, "bold") + 6;
  ensureRoom(doc, captionHeight + headHeight + Math.min(firstRow, pageRoom(doc) / 2));

  const table = doc.struct("Table");
  parent.add(table);
  add(doc, table, "Caption", () => {
    textAt(doc, caption, { x: MARGIN, y: doc.y, width: contentWidth(doc), size: 10.5, font: "bold" });
  });
  doc.y += 4;
  drawHead(doc, placed, table);
  for (const row of rows) {
    for (const part of fitting(doc, placed, row)) {
      const height = rowHeight(doc, placed, part, "regular");
      if (ensureRoom(doc, height)) artifact(doc, () => drawCells(doc, placed, titles, headHeight, "bold"));
      const line = doc.struct("TR");
      table.add(line);
      const y = doc.y;
      for (const [index, column] of placed.entries()) {
        const cell = part[index];
        add(
          doc,
          line,
          index === 0 ? "TH" : "TD",
          () => drawCell(doc, column, cell ?? "", y, "regular"),
          index === 0 ? { scope: "Row" } : {},
        );
      }
      line.end();
      artifact(doc, () => {
        doc
          .moveTo(MARGIN, y + height)
          .lineTo(MARGIN + contentWidth(doc), y + height)
          .lineWidth(0.5)
          .strokeColor(LINE)
          .stroke();
      });
      doc.y = y + height;
    }
  }
  table.end();
  doc.y += 14;
  doc.x = MARGIN;
}

/** A row taller than a page, such as one with a very long note, goes on in further rows. */
function fitting(doc: Doc, columns: readonly Placed[], row: readonly Cell[]): Cell[][] {
  const most = pageRoom(doc) - 60;
  if (rowHeight(doc, columns, row, "regular") <= most) return [[...row]];
  const halves = row.map((cell) => {
    const text = textOf(cell);
    const middle = text.length > 200 ? text.lastIndexOf(" ", text.length / 2) : text.length;
    const at = middle > 0 ? middle : Math.ceil(text.length / 2);
    return [text.slice(0, at), text.slice(at).trimStart()] as const;
  });
  return [halves.map(([first]) => first), halves.map(([, second]) => second)].flatMap((half) =>
    fitting(doc, columns, half),
  );
}

function drawHead(doc: Doc, columns: readonly Placed[], table: Parent) {
  const y = doc.y;
  const height = rowHeight(
    doc,
    columns,
    columns.map(({ title }) => title),
    "bold",
  );
  const line = doc.struct("TR");
  table.add(line);
  for (const column of columns) {
    add(doc, line, "TH", () => drawCell(doc, column, column.title, y, "bold"), { scope: "Column" });
  }
  line.end();
  artifact(doc, () => headLine(doc, y + height));
  doc.y = y + height;
}

function drawCells(
  doc: Doc,
  columns: readonly Placed[],
  cells: readonly Cell[],
  height: number,
  font: string,
) {
  const y = doc.y;
  for (const [index, column] of columns.entries()) drawCell(doc, column, cells[index] ?? "", y, font);
  headLine(doc, y + height);
  doc.y = y + height;
}

function headLine(doc: Doc, y: number) {
  doc
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + contentWidth(doc), y)
    .lineWidth(0.8)
    .strokeColor(LINE_STRONG)
    .stroke();
}

function colorOf(cell: Cell) {
  if (typeof cell === "string") return undefined;
  return "tone" in cell ? TONES[cell.tone] : STEPS[cell.step];
}

function drawCell(doc: Doc, { x, width, numeric }: Placed, cell: Cell, y: number, font: string) {
  const text = textOf(cell);
  const color = colorOf(cell);
  if (color) {
    const height = textHeight(doc, text, width - 2 * PAD, SIZE);
    const label = Math.min(width - 2, doc.widthOfString(text) + 2 * PAD);
    doc
      .roundedRect(numeric ? x + width - 1 - label : x + 1, y + PAD - 2, label, height + 2, 2)
      .fillColor(color.fill)
      .fill();
  }
  textAt(doc, text === "" ? " " : text, {
    x: x + PAD,
    y: y + PAD,
    width: width - 2 * PAD,
    size: SIZE,
    font,
    color: color?.text ?? (font === "bold" ? MUTED : undefined),
    align: numeric ? "right" : "left",
  });
}
