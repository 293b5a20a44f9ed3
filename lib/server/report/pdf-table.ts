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
  linesAt,
  linesHeight,
  linesIn,
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

/** A cell with its text in the lines that its column gives it. */
type Laid = { cell: Cell; lines: readonly string[] };
type Row = readonly Laid[];

function layRow(doc: Doc, columns: readonly Placed[], cells: readonly Cell[], font: string): Row {
  return columns.map(({ width }, index) => {
    const cell = cells[index] ?? "";
    const text = typeof cell === "string" ? cell : cell.text;
    return { cell, lines: linesIn(doc, text, width - 2 * PAD, { size: SIZE, font }) };
  });
}

const linesOfRow = (row: Row) => Math.max(...row.map(({ lines }) => lines.length));

function rowHeight(doc: Doc, row: Row, font: string): number {
  return linesHeight(doc, linesOfRow(row), { size: SIZE, font }) + 2 * PAD;
}

/** A row taller than a page, such as one with a very long note, goes on in further rows. */
function* fitting(doc: Doc, row: Row, room: number): Generator<Row> {
  const most = Math.max(1, Math.floor((room - 2 * PAD) / linesHeight(doc, 1, { size: SIZE })));
  for (let from = 0; from < linesOfRow(row); from += most) {
    yield row.map(({ cell, lines }) => ({ cell, lines: lines.slice(from, from + most) }));
  }
}

/** A real table: rows are never cut, the head stands again on each page, and readers know heads from cells. */
export function drawTable(doc: Doc, parent: Parent, { caption, columns, rows }: TableBlock) {
  if (rows.length === 0) return;
  const placed = place(doc, columns);
  const titles = columns.map(({ title }) => title);
  const head = layRow(doc, placed, titles, "bold");
  const headHeight = rowHeight(doc, head, "bold");
  const firstRow = rowHeight(doc, layRow(doc, placed, rows[0] ?? [], "regular"), "regular");
  const captionHeight = textHeight(doc, caption, contentWidth(doc), 10.5, "bold") + 6;
  ensureRoom(doc, captionHeight + headHeight + Math.min(firstRow, pageRoom(doc) / 2));

  const table = doc.struct("Table");
  parent.add(table);
  add(doc, table, "Caption", () => {
    textAt(doc, caption, { x: MARGIN, y: doc.y, width: contentWidth(doc), size: 10.5, font: "bold" });
  });
  doc.y += 4;
  drawHead(doc, placed, head, headHeight, table);
  for (const row of rows) {
    for (const part of fitting(doc, layRow(doc, placed, row, "regular"), pageRoom(doc) - headHeight)) {
      const height = rowHeight(doc, part, "regular");
      if (ensureRoom(doc, height)) artifact(doc, () => drawHeadAgain(doc, placed, head, headHeight));
      const line = doc.struct("TR");
      table.add(line);
      const y = doc.y;
      for (const [index, column] of placed.entries()) {
        const laid = part[index];
        add(
          doc,
          line,
          index === 0 ? "TH" : "TD",
          () => laid && drawCell(doc, column, laid, y, "regular"),
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

function drawHead(doc: Doc, columns: readonly Placed[], head: Row, height: number, table: Parent) {
  const y = doc.y;
  const line = doc.struct("TR");
  table.add(line);
  for (const [index, column] of columns.entries()) {
    const laid = head[index];
    add(doc, line, "TH", () => laid && drawCell(doc, column, laid, y, "bold"), { scope: "Column" });
  }
  line.end();
  artifact(doc, () => headLine(doc, y + height));
  doc.y = y + height;
}

function drawHeadAgain(doc: Doc, columns: readonly Placed[], head: Row, height: number) {
  const y = doc.y;
  for (const [index, column] of columns.entries()) {
    const laid = head[index];
    if (laid) drawCell(doc, column, laid, y, "bold");
  }
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

function drawCell(doc: Doc, { x, width, numeric }: Placed, { cell, lines }: Laid, y: number, font: string) {
  const color = colorOf(cell);
  if (color && lines.length > 0) {
    const face = { size: SIZE, font };
    const height = linesHeight(doc, lines.length, face);
    const longest = Math.max(...lines.map((line) => doc.widthOfString(line)));
    const label = Math.min(width - 2, longest + 2 * PAD);
    doc
      .roundedRect(numeric ? x + width - 1 - label : x + 1, y + PAD - 2, label, height + 2, 2)
      .fillColor(color.fill)
      .fill();
  }
  linesAt(doc, lines.join("") === "" ? [" "] : lines, {
    x: x + PAD,
    y: y + PAD,
    width: width - 2 * PAD,
    size: SIZE,
    font,
    color: color?.text ?? (font === "bold" ? MUTED : undefined),
    align: numeric ? "right" : "left",
  });
}
