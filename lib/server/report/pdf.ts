import "server-only";
import { buffer } from "node:stream/consumers";
import type { Block, Fact, ReportDocument, Section } from "@/lib/report/document";
import { wellFormedTexts } from "@/lib/text/well-formed-texts";
import { drawBars, drawMatrix, drawRadar, drawWaterfall } from "./pdf-charts";
import {
  ACCENT,
  add,
  artifact,
  contentWidth,
  type Doc,
  ensureRoom,
  LINE,
  MARGIN,
  MUTED,
  newDocument,
  type Paper,
  type Parent,
  pageRoom,
  roomLeft,
  stampPages,
  textAt,
  textHeight,
} from "./pdf-page";
import { drawTable } from "./pdf-table";

/** The report as a PDF: tagged for readers, vectors only, fonts embedded. The same report gives the same bytes. */
export async function renderPdf(stored: ReportDocument, paper: Paper, created: Date): Promise<Buffer> {
  const report = wellFormedTexts(stored);
  const doc = newDocument(paper, `${report.title}: ${report.subtitle}`, created);
  const bytes = buffer(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  drawCover(doc, root, report);
  doc.addPage();
  for (const section of report.sections) drawSection(doc, root, section);
  root.end();
  stampPages(doc, `${report.subtitle} · ${report.title}`, report.footer);
  doc.end();
  return bytes;
}

function drawCover(doc: Doc, parent: Parent, { title, subtitle, headline, cover }: ReportDocument) {
  const width = contentWidth(doc);
  doc.y = 150;
  artifact(doc, () => doc.rect(MARGIN, 120, 48, 4).fillColor(ACCENT).fill());
  add(doc, parent, "P", () => textAt(doc, title, { x: MARGIN, y: doc.y, width, size: 13, color: MUTED }));
  doc.y += 6;
  add(doc, parent, "H1", () => textAt(doc, subtitle, { x: MARGIN, y: doc.y, width, size: 30, font: "bold" }));
  doc.y += 36;
  add(doc, parent, "P", () =>
    textAt(doc, headline, { x: MARGIN, y: doc.y, width, size: 22, font: "bold", color: ACCENT }),
  );
  doc.y += 36;
  drawFacts(doc, parent, cover, 24);
}

const FIGURES: ReadonlySet<Block["kind"]> = new Set(["radar", "bars", "waterfall", "matrix"]);

function drawSection(doc: Doc, parent: Parent, { title, blocks }: Section) {
  const [first] = blocks;
  // A section begins on the page of the last one where it finds half of it free, or more for a figure, which is not split.
  const least = first && FIGURES.has(first.kind) ? 2 / 3 : 1 / 2;
  if (doc.y > doc.page.margins.top && roomLeft(doc) < pageRoom(doc) * least) doc.addPage();
  else if (doc.y > doc.page.margins.top) doc.y += 22;
  doc.outline.addItem(title);
  const section = doc.struct("Sect", { title });
  parent.add(section);
  add(doc, section, "H2", () =>
    textAt(doc, title, { x: MARGIN, y: doc.y, width: contentWidth(doc), size: 19, font: "bold" }),
  );
  doc.y += 14;
  for (const block of blocks) drawBlock(doc, section, block);
  section.end();
}

function drawBlock(doc: Doc, parent: Parent, block: Block) {
  switch (block.kind) {
    case "heading":
      return drawHeading(doc, parent, block.text);
    case "paragraph":
      return drawParagraph(doc, parent, block.text);
    case "list":
      return drawList(doc, parent, block.items);
    case "facts":
      return drawFacts(doc, parent, block.items, 18);
    case "table":
      return drawTable(doc, parent, block);
    case "radar":
      return drawRadar(doc, parent, block);
    case "bars":
      return drawBars(doc, parent, block);
    case "waterfall":
      return drawWaterfall(doc, parent, block);
    case "matrix":
      return drawMatrix(doc, parent, block);
  }
}

function drawHeading(doc: Doc, parent: Parent, text: string) {
  const width = contentWidth(doc);
  ensureRoom(doc, textHeight(doc, text, width, 12, "bold") + 130);
  doc.y += 4;
  add(doc, parent, "H3", () => textAt(doc, text, { x: MARGIN, y: doc.y, width, size: 12, font: "bold" }));
  doc.y += 6;
}

function drawParagraph(doc: Doc, parent: Parent, text: string) {
  const width = contentWidth(doc);
  ensureRoom(doc, textHeight(doc, text, width, 10));
  add(doc, parent, "P", () => textAt(doc, text, { x: MARGIN, y: doc.y, width, size: 10 }));
  doc.y += 8;
}

function drawList(doc: Doc, parent: Parent, items: readonly string[]) {
  const list = doc.struct("L");
  parent.add(list);
  const width = contentWidth(doc) - 14;
  for (const text of items) {
    ensureRoom(doc, textHeight(doc, text, width, 10));
    const y = doc.y;
    const item = doc.struct("LI");
    list.add(item);
    add(doc, item, "Lbl", () => textAt(doc, "•", { x: MARGIN, y, width: 12, size: 10, color: MUTED }));
    add(doc, item, "LBody", () => textAt(doc, text, { x: MARGIN + 14, y, width, size: 10 }));
    item.end();
    doc.y += 4;
  }
  list.end();
  doc.x = MARGIN;
  doc.y += 8;
}

/** Key figures, two beside each other. */
function drawFacts(doc: Doc, parent: Parent, items: readonly Fact[], size: number) {
  const gap = 24;
  const width = (contentWidth(doc) - gap) / 2;
  for (let index = 0; index < items.length; index += 2) {
    const pair = items.slice(index, index + 2);
    const heights = pair.map((fact) => factHeight(doc, fact, width, size));
    ensureRoom(doc, Math.max(...heights) + 20);
    const top = doc.y;
    for (const [column, fact] of pair.entries()) {
      const x = MARGIN + column * (width + gap);
      add(doc, parent, "P", () => {
        textAt(doc, `${fact.label} `, { x, y: top + 8, width, size: 9, color: MUTED });
        textAt(doc, `${fact.value} `, { x, y: doc.y + 2, width, size, font: "bold" });
        if (fact.note) textAt(doc, fact.note, { x, y: doc.y + 2, width, size: 9, color: MUTED });
      });
      artifact(doc, () =>
        doc
          .moveTo(x, top)
          .lineTo(x + width, top)
          .lineWidth(0.8)
          .strokeColor(LINE)
          .stroke(),
      );
    }
    doc.x = MARGIN;
    doc.y = top + Math.max(...heights) + 20;
  }
}

function factHeight(doc: Doc, { label, value, note }: Fact, width: number, size: number): number {
  return (
    textHeight(doc, label, width, 9) +
    textHeight(doc, value, width, size, "bold") +
    (note ? textHeight(doc, note, width, 9) : 0) +
    12
  );
}
