import "server-only";
import { barsGeometry } from "@/lib/chart-geometry/bars";
import { markerPath, seriesDash } from "@/lib/chart-geometry/marks";
import { matrixGeometry } from "@/lib/chart-geometry/matrix";
import { radarGeometry } from "@/lib/chart-geometry/radar";
import { waterfallGeometry } from "@/lib/chart-geometry/waterfall";
import { formatScore } from "@/lib/format/number";
import type { BarsBlock, MatrixBlock, RadarBlock, WaterfallBlock } from "@/lib/report/document";
import {
  ACCENT,
  contentWidth,
  type Doc,
  ensureRoom,
  INK,
  LINE,
  LINE_STRONG,
  MARGIN,
  MUTED,
  type Parent,
  SERIES,
  TONES,
  textAt,
  textHeight,
} from "./pdf-page";

const LABEL_SHARE = 0.34;
const FIGURE_WIDTH = 48;
const ROW = 20;

type Figure = { title: string; alt: string };

/** A figure with its finding above; drawn whole on one page, spoken as its alternative text. */
function figure(doc: Doc, parent: Parent, { title, alt }: Figure, height: number, draw: (y: number) => void) {
  const width = contentWidth(doc);
  const titleHeight = textHeight(doc, title, width, 11, "bold") + 8;
  ensureRoom(doc, titleHeight + height);
  const heading = doc.struct("P", {}, [
    () => textAt(doc, title, { x: MARGIN, y: doc.y, width, size: 11, font: "bold" }),
  ]);
  parent.add(heading);
  const top = doc.y + 8;
  const options = { alt, bbox: [MARGIN, top, MARGIN + width, top + height] };
  parent.add(doc.struct("Figure", options, [() => draw(top)]));
  doc.x = MARGIN;
  doc.y = top + height + 18;
}

export function drawRadar(doc: Doc, parent: Parent, block: RadarBlock) {
  const size = 300;
  const measure = (text: string) => doc.font("regular").fontSize(9).widthOfString(text);
  const geometry = radarGeometry({
    axes: block.axes,
    notes: block.axes.map(() => "100.0"),
    series: block.series.map(({ values }) => values),
    width: size,
    measure,
    fontSize: 9,
  });
  const left = MARGIN + (contentWidth(doc) - size) / 2;
  figure(doc, parent, block, geometry.height + 24, (top) => {
    doc.save().translate(left, top);
    // Rings and outlines are drawn around the center; all else is measured from the corner.
    const outline = (path: string, paint: () => void) => {
      doc.save().translate(geometry.center.x, geometry.center.y).path(path);
      paint();
      doc.restore();
    };
    for (const { path, label, value } of geometry.rings) {
      outline(path, () => doc.lineWidth(0.6).strokeColor(LINE).stroke());
      if (value === 50 || value === 100)
        textAt(doc, String(value), { x: label.x + 2, y: label.y - 8, width: 30, size: 7, color: MUTED });
    }
    for (const { x1, y1, x2, y2 } of geometry.spokes)
      doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.6).strokeColor(LINE).stroke();
    for (const [index, { path, points }] of geometry.polygons.entries()) {
      const color = SERIES[index % SERIES.length] ?? INK;
      const dash = seriesDash(index);
      doc.lineWidth(1.4).strokeColor(color);
      if (dash) doc.dash(Number(dash.split(" ")[0]), { space: Number(dash.split(" ")[1]) });
      outline(path, () => doc.stroke().undash());
      for (const { x, y } of points) {
        doc.save().translate(x, y).path(markerPath(index, 26)).fillColor(color).fill().restore();
      }
    }
    for (const [index, { lines, x, y, noteY }] of geometry.labels.entries()) {
      for (const [row, text] of lines.entries()) {
        textAt(doc, text, {
          x: x - 70,
          y: y + row * geometry.lineHeight - 8,
          width: 140,
          size: 9,
          align: "center",
        });
      }
      const value = block.series[0]?.values[index] ?? null;
      textAt(doc, formatScore(value), {
        x: x - 70,
        y: noteY - 8,
        width: 140,
        size: 9,
        font: "bold",
        color: ACCENT,
        align: "center",
      });
    }
    doc.restore();
    drawKey(
      doc,
      block.series.map(({ name }) => name),
      top + geometry.height + 8,
    );
  });
}

function drawKey(doc: Doc, names: readonly string[], y: number) {
  const widths = names.map((name) => doc.font("regular").fontSize(9).widthOfString(name) + 46);
  let x = MARGIN + (contentWidth(doc) - widths.reduce((sum, width) => sum + width, 0)) / 2;
  for (const [index, name] of names.entries()) {
    const color = SERIES[index % SERIES.length] ?? INK;
    const dash = seriesDash(index);
    doc.lineWidth(1.4).strokeColor(color);
    if (dash) doc.dash(Number(dash.split(" ")[0]), { space: Number(dash.split(" ")[1]) });
    doc
      .moveTo(x, y + 5)
      .lineTo(x + 24, y + 5)
      .stroke()
      .undash();
    doc
      .save()
      .translate(x + 12, y + 5)
      .path(markerPath(index, 26))
      .fillColor(color)
      .fill()
      .restore();
    textAt(doc, name, { x: x + 30, y, width: widths[index] ?? 100, size: 9 });
    x += widths[index] ?? 0;
  }
}

/** Label, bar and figure of each row, under a shared axis. */
function rowLayout(doc: Doc, labels: readonly string[]) {
  const width = contentWidth(doc);
  const labelWidth = width * LABEL_SHARE;
  const heights = labels.map((label) => Math.max(ROW, textHeight(doc, label, labelWidth - 8, 9) + 6));
  return {
    labelWidth,
    heights,
    total: heights.reduce((sum, height) => sum + height, 0) + 16,
    plotX: MARGIN + labelWidth,
    plotWidth: width - labelWidth - FIGURE_WIDTH,
  };
}

function drawAxis(
  doc: Doc,
  ticks: readonly { value: number; x: number }[],
  plotX: number,
  top: number,
  height: number,
) {
  for (const { value, x } of ticks) {
    doc
      .moveTo(plotX + x, top)
      .lineTo(plotX + x, top + height)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    textAt(doc, String(value), {
      x: plotX + x - 15,
      y: top + height + 3,
      width: 30,
      size: 7,
      color: MUTED,
      align: "center",
    });
  }
}

function drawRow(doc: Doc, label: string, figureText: string, y: number, height: number, labelWidth: number) {
  const offset = (height - textHeight(doc, label, labelWidth - 8, 9)) / 2;
  textAt(doc, label, { x: MARGIN, y: y + offset, width: labelWidth - 8, size: 9 });
  const x = MARGIN + contentWidth(doc) - FIGURE_WIDTH;
  textAt(doc, figureText, {
    x,
    y: y + (height - 11) / 2,
    width: FIGURE_WIDTH,
    size: 9,
    font: "bold",
    align: "right",
  });
}

export function drawBars(doc: Doc, parent: Parent, block: BarsBlock) {
  const layout = rowLayout(
    doc,
    block.rows.map(({ label }) => label),
  );
  const { ticks, bars } = barsGeometry({ rows: block.rows, width: layout.plotWidth });
  figure(doc, parent, block, layout.total, (top) => {
    drawAxis(doc, ticks, layout.plotX, top, layout.total - 16);
    let y = top;
    for (const [index, row] of block.rows.entries()) {
      const height = layout.heights[index] ?? ROW;
      const bar = bars[index];
      drawRow(doc, row.label, formatScore(row.value), y, height, layout.labelWidth);
      const middle = y + height / 2;
      if (bar?.bar)
        doc
          .rect(layout.plotX + bar.bar.x, middle - 5, bar.bar.width, 10)
          .fillColor(ACCENT)
          .fill();
      else textAt(doc, "Not known", { x: layout.plotX + 4, y: middle - 6, width: 80, size: 8, color: MUTED });
      if (bar?.whisker) {
        const from = layout.plotX + bar.whisker.x;
        const to = from + bar.whisker.width;
        doc
          .moveTo(from, middle)
          .lineTo(to, middle)
          .moveTo(from, middle - 4)
          .lineTo(from, middle + 4)
          .moveTo(to, middle - 4)
          .lineTo(to, middle + 4);
        doc.lineWidth(1.2).strokeColor(INK).stroke();
      }
      y += height;
    }
  });
}

export function drawWaterfall(doc: Doc, parent: Parent, block: WaterfallBlock) {
  const labels = [block.start.label, ...block.steps.map(({ label }) => label), block.end];
  const layout = rowLayout(doc, labels);
  const geometry = waterfallGeometry({
    start: block.start.value,
    steps: block.steps.map(({ value }) => value),
    width: layout.plotWidth,
  });
  const rows = [
    { ...geometry.start, figure: formatScore(block.start.value), fill: ACCENT },
    ...geometry.steps.map((step, index) => ({
      ...step,
      figure: `+${formatScore(block.steps[index]?.value ?? 0)}`,
      fill: SERIES[1],
    })),
    { ...geometry.end, figure: formatScore(geometry.total), fill: LINE_STRONG },
  ];
  figure(doc, parent, block, layout.total, (top) => {
    drawAxis(doc, geometry.ticks, layout.plotX, top, layout.total - 16);
    let y = top;
    for (const [index, row] of rows.entries()) {
      const height = layout.heights[index] ?? ROW;
      drawRow(doc, labels[index] ?? "", row.figure, y, height, layout.labelWidth);
      doc
        .rect(layout.plotX + row.x, y + height / 2 - 5, Math.max(row.width, 0.75), 10)
        .fillColor(row.fill)
        .fill();
      y += height;
    }
  });
}

export function drawMatrix(doc: Doc, parent: Parent, block: MatrixBlock) {
  const size = { width: 260, height: 160 };
  const cells = matrixGeometry({ rows: block.rows.length, columns: block.columns.length, ...size });
  const left = MARGIN + (contentWidth(doc) - size.width) / 2;
  figure(doc, parent, block, size.height + 44, (top) => {
    textAt(doc, block.rowTitle, {
      x: left - 80,
      y: top - 2,
      width: 74,
      size: 8,
      color: MUTED,
      align: "right",
    });
    for (const { row, column, x, y, width, height } of cells) {
      const cell = block.cells[row]?.[column];
      const tone = TONES[cell?.tone ?? 0];
      doc
        .rect(left + x, top + y, width, height)
        .fillColor(tone.fill)
        .fill();
      if (cell?.text) {
        textAt(doc, cell.text, {
          x: left + x,
          y: top + y + height / 2 - 7,
          width,
          size: 11,
          font: "bold",
          color: tone.text,
          align: "center",
        });
      }
      if (column === 0)
        textAt(doc, block.rows[row] ?? "", {
          x: left - 24,
          y: top + y + height / 2 - 6,
          width: 18,
          size: 9,
          align: "right",
        });
      if (row === block.rows.length - 1) {
        textAt(doc, block.columns[column] ?? "", {
          x: left + x,
          y: top + size.height + 5,
          width,
          size: 9,
          align: "center",
        });
      }
    }
    textAt(doc, block.columnTitle, {
      x: left,
      y: top + size.height + 20,
      width: size.width,
      size: 8,
      color: MUTED,
      align: "center",
    });
  });
}
