import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { Block } from "@/lib/report/document";
import { printMicroseconds } from "./microseconds";
import { report } from "./report";

const FONT = "node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf";
const WIDTH = 480;

const document = report();

/** Every word of the report in the same font, untagged; figures as plain shapes. */
function render(): Promise<Buffer> {
  const doc = new PDFDocument({ size: "A4", margin: 54, font: FONT });
  const bytes = buffer(doc);
  const { title, subtitle, headline, cover, sections } = document;
  doc.fontSize(20).text(title).text(subtitle).text(headline);
  for (const { label, value, note } of cover) doc.fontSize(10).text(`${label} ${value} ${note ?? ""}`);
  for (const section of sections) {
    doc.addPage().fontSize(19).text(section.title).fontSize(10);
    for (const block of section.blocks) draw(doc, block);
  }
  doc.end();
  return bytes;
}

function draw(doc: PDFKit.PDFDocument, block: Block) {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      doc.text(block.text);
      return;
    case "list":
      for (const item of block.items) doc.text(`• ${item}`);
      return;
    case "facts":
      for (const { label, value, note } of block.items) doc.text(`${label} ${value} ${note ?? ""}`);
      return;
    case "table": {
      doc.text(block.caption);
      const shares = block.columns.reduce((sum, { share }) => sum + share, 0);
      const widths = block.columns.map(({ share }) => (share / shares) * WIDTH);
      const titles = block.columns.map((column) => column.title);
      for (const row of [titles, ...block.rows]) {
        const texts = row.map((cell) => (typeof cell === "string" ? cell : cell.text));
        drawRow(doc, texts, widths);
      }
      return;
    }
    default:
      doc.text(block.title);
      doc.rect(54, doc.y, WIDTH, 4).stroke();
  }
}

function drawRow(doc: PDFKit.PDFDocument, texts: readonly string[], widths: readonly number[]) {
  const heights = texts.map((text, index) => doc.heightOfString(text, { width: widths[index] }));
  const height = Math.max(...heights);
  if (doc.y + height > doc.page.height - 54) doc.addPage();
  const top = doc.y;
  let left = 54;
  for (const [index, text] of texts.entries()) {
    doc.text(text, left, top, { width: widths[index] });
    left += widths[index] ?? 0;
  }
  doc.x = 54;
  doc.y = top + height + 4;
}

await printMicroseconds(10, render);
