import "server-only";
import path from "node:path";
import PDFDocument from "pdfkit";
import type { Tone } from "@/lib/scoring/tones";
import { linesOf } from "@/lib/text/lines";
import { withoutIgnorable } from "@/lib/text/well-formed";

export type Paper = "a4" | "letter";

export const INK = "#17212b";
export const MUTED = "#526170";
export const LINE = "#d8dfe5";
export const LINE_STRONG = "#7b8a99";
export const ACCENT = "#0b61a4";
export const SERIES = ["#0072b2", "#d55e00", "#009e73", "#8b4a8f"] as const;
/** Fill and text of a tone, the light theme's severity scale: readable in grey as well. */
export const TONES: Record<Tone, { fill: string; text: string }> = {
  0: { fill: "#dbeaf5", text: INK },
  1: { fill: "#eeeae3", text: INK },
  2: { fill: "#fbd7b3", text: INK },
  3: { fill: "#e88b4e", text: INK },
  4: { fill: "#a83a0b", text: "#ffffff" },
};

/** Fill and text of the steps 0–4 of the light theme's scale of maturity. */
export const STEPS: readonly { fill: string; text: string }[] = [
  { fill: "#e6eff6", text: INK },
  { fill: "#b9d5ea", text: INK },
  { fill: "#7fb4da", text: INK },
  { fill: "#2b76ad", text: "#ffffff" },
  { fill: "#0a4a7a", text: "#ffffff" },
];

export const MARGIN = 54;
const TOP = 72;
const BOTTOM = 64;

export type Doc = PDFKit.PDFDocument;
export type Parent = PDFKit.PDFStructureElement;

const fonts = path.join(process.cwd(), "node_modules/@expo-google-fonts/inter");

/** An empty tagged document with the fonts embedded; pages are buffered so that the last knows how many there are. */
export function newDocument(paper: Paper, title: string, created: Date): Doc {
  const doc = new PDFDocument({
    size: paper === "a4" ? "A4" : "LETTER",
    margins: { top: TOP, bottom: BOTTOM, left: MARGIN, right: MARGIN },
    pdfVersion: "1.7",
    // @ts-expect-error the types do not know this subset, pdfkit does
    subset: "PDF/UA",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: title,
      Creator: "Scaling Readiness",
      Producer: "Scaling Readiness",
      CreationDate: created,
    },
    // No default font: opened twice, a font is decoded again at every use.
    font: "",
  });
  doc.registerFont("regular", path.join(fonts, "400Regular/Inter_400Regular.ttf"));
  doc.registerFont("bold", path.join(fonts, "600SemiBold/Inter_600SemiBold.ttf"));
  return doc;
}

export function contentWidth(doc: Doc): number {
  return doc.page.width - 2 * MARGIN;
}

function bottomOf(doc: Doc): number {
  return doc.page.height - BOTTOM;
}

/** Starts a new page unless `height` still fits on this one. */
export function ensureRoom(doc: Doc, height: number): boolean {
  if (doc.y + height <= bottomOf(doc)) return false;
  doc.addPage();
  return true;
}

/** What is left of this page. */
export function roomLeft(doc: Doc): number {
  return bottomOf(doc) - doc.y;
}

/** The most that fits on a page of its own. */
export function pageRoom(doc: Doc): number {
  return bottomOf(doc) - TOP;
}

export function add(doc: Doc, parent: Parent, type: string, draw: () => void, options: object = {}) {
  parent.add(doc.struct(type, options, [draw]));
}

/** Lines and fills that only decorate: readers pass over them. */
export function artifact(doc: Doc, draw: () => void) {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}

const LINE_GAP = 2;

function lineHeight(doc: Doc): number {
  return doc.currentLineHeight(true) + LINE_GAP;
}

type Face = { size: number; font?: string };

/** The lines that a text takes in this width: broken here, since pdfkit takes the cube of a word's length for it. */
export function linesIn(doc: Doc, text: string, width: number, { size, font = "regular" }: Face): string[] {
  doc.font(font).fontSize(size);
  return linesOf(withoutIgnorable(text), width, (run) => doc.widthOfString(run));
}

export function linesHeight(doc: Doc, count: number, { size, font = "regular" }: Face): number {
  return count * lineHeight(doc.font(font).fontSize(size));
}

export function textHeight(doc: Doc, text: string, width: number, size: number, font = "regular"): number {
  const face = { size, font };
  return linesHeight(doc, linesIn(doc, text, width, face).length, face);
}

export type Box = Face & {
  x: number;
  y: number;
  width: number;
  color?: string;
  align?: "left" | "right" | "center";
};

/** Text in a box at a place; leaves `doc.y` where it was told to begin plus its height. */
export function textAt(doc: Doc, text: string, box: Box) {
  linesAt(doc, linesIn(doc, text, box.width, box), box);
}

/** As `textAt`, for what is in lines already. What the page has no room for goes on on the next. */
export function linesAt(
  doc: Doc,
  lines: readonly string[],
  { x, y, width, color = INK, align = "left", ...face }: Box,
) {
  doc
    .font(face.font ?? "regular")
    .fontSize(face.size)
    .fillColor(color);
  // What stands at the right is figures: digits of one width, so that they line up.
  const figures = align === "right" ? { features: ["tnum" as const] } : {};
  doc.y = y;
  for (const line of lines) {
    if (doc.y + doc.currentLineHeight(true) > doc.page.maxY()) doc.continueOnNewPage().fillColor(color);
    const room = align === "left" ? 0 : width - doc.widthOfString(line.trimEnd(), figures);
    const top = doc.y;
    doc.text(line, x + (align === "center" ? room / 2 : room), top, { lineBreak: false, ...figures });
    doc.y = top + lineHeight(doc);
  }
  doc.x = x;
}

const STAMP = { size: 8, color: MUTED } as const;

/** Every page has room for one line of a name. */
function firstLineIn(doc: Doc, text: string, width: number): string[] {
  const [first = "", ...more] = linesIn(doc, text, width - STAMP.size, STAMP);
  return [more.length > 0 ? `${first.trimEnd()}…` : first];
}

/** Header, footer and page numbers, once every page is there. */
export function stampPages(doc: Doc, header: string, footer: string) {
  const { start, count } = doc.bufferedPageRange();
  const width = contentWidth(doc);
  const above = firstLineIn(doc, header, width);
  const below = firstLineIn(doc, footer, width - 80);
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    const y = doc.page.height - 40;
    // Text below the bottom margin would make pdfkit start a page.
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    if (index > start) linesAt(doc, above, { x: MARGIN, y: 32, width, ...STAMP });
    doc
      .moveTo(MARGIN, y - 8)
      .lineTo(MARGIN + width, y - 8)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    linesAt(doc, below, { x: MARGIN, y, width, ...STAMP });
    const number = `Page ${index - start + 1} of ${count}`;
    textAt(doc, number, { x: MARGIN + width - 80, y, width: 80, ...STAMP, align: "right" });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
