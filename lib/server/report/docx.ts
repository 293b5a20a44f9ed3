import "server-only";
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { formatScore } from "@/lib/format/number";
import type { Block, Cell, Fact, ReportDocument, TableBlock } from "@/lib/report/document";
import type { Tone } from "@/lib/scoring/tones";
import { wellFormedTexts } from "@/lib/text/well-formed-texts";

const ACCENT = "0B61A4";
const MUTED = "526170";
const LINE = "D8DFE5";
const HEAD = "EEF2F5";

/** Paper and ink of the severities, as in the light theme. */
const TONES: Record<Tone, { fill: string; ink: string }> = {
  0: { fill: "DBEAF5", ink: "17212B" },
  1: { fill: "EEEAE3", ink: "17212B" },
  2: { fill: "FBD7B3", ink: "17212B" },
  3: { fill: "E88B4E", ink: "17212B" },
  4: { fill: "A83A0B", ink: "FFFFFF" },
};

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE } as const;

/** The report as a document to edit: real headings, lists and tables. A chart stands as the table of its figures. */
export async function renderDocx(report: ReportDocument, created: Date): Promise<Buffer> {
  const { title, subtitle, headline, cover, footer, sections } = wellFormedTexts(report);
  const document = new Document({
    title: `${title}: ${subtitle}`,
    creator: "Scaling Readiness",
    description: `${headline}, ${created.toISOString().slice(0, 10)}`,
    styles: { default: { document: { run: { font: "Calibri", size: 21, language: { value: "en-US" } } } } },
    numbering: { config: [] },
    sections: [
      {
        footers: { default: new Footer({ children: [footerOf(footer)] }) },
        children: [
          new Paragraph({
            children: [new TextRun({ text: title, color: MUTED, size: 26 })],
            spacing: { before: 1200 },
          }),
          new Paragraph({ text: subtitle, heading: HeadingLevel.TITLE }),
          new Paragraph({
            children: [new TextRun({ text: headline, bold: true, color: ACCENT, size: 36 })],
            spacing: { before: 240, after: 360 },
          }),
          factsOf(cover),
          ...sections.flatMap(({ title: name, blocks }) => [
            new Paragraph({
              text: name,
              heading: HeadingLevel.HEADING_1,
              spacing: { before: 480, after: 120 },
            }),
            ...blocks.flatMap(drawn),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function footerOf(text: string): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: `${text} · `, size: 16, color: MUTED }),
      new TextRun({ children: [PageNumber.CURRENT], size: 16, color: MUTED }),
    ],
  });
}

function drawn(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2, spacing: { before: 240 } })];
    case "paragraph":
      return [new Paragraph({ text: block.text, spacing: { after: 120 } })];
    case "list":
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case "facts":
      return [factsOf(block.items), spacer()];
    case "table":
      return tableOf(block);
    default:
      return tableOf(figuresOf(block));
  }
}

const spacer = () => new Paragraph({ text: "" });

function factsOf(facts: readonly Fact[]): Table {
  const rows = facts.map(
    ({ label, value, note }) =>
      new TableRow({
        children: [
          cellOf(label, { share: 35 }),
          new TableCell({
            borders: EDGES,
            width: { size: 65, type: WidthType.PERCENTAGE },
            children: [
              new Paragraph({ children: [new TextRun({ text: value, bold: true })] }),
              ...(note ? [new Paragraph({ children: [new TextRun({ text: note, color: MUTED })] })] : []),
            ],
          }),
        ],
      }),
  );
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });
}

function tableOf({ caption, columns, rows }: TableBlock): (Paragraph | Table)[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const options = columns.map(({ share, numeric }) => ({ share: (share / total) * 100, numeric }));
  return [
    new Paragraph({
      text: caption,
      heading: HeadingLevel.HEADING_3,
      spacing: { before: 200, after: 80 },
      keepNext: true,
    }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({
          tableHeader: true,
          children: columns.map(({ title }, place) => cellOf(title, { ...options[place], head: true })),
        }),
        ...rows.map(
          (cells) =>
            new TableRow({
              cantSplit: true,
              children: cells.map((cell, place) => cellOf(cell, options[place] ?? {})),
            }),
        ),
      ],
    }),
    spacer(),
  ];
}

function cellOf(
  cell: Cell,
  { share, numeric = false, head = false }: { share?: number; numeric?: boolean; head?: boolean },
) {
  const tone = typeof cell === "object" && "tone" in cell ? TONES[cell.tone] : null;
  const fill = tone?.fill ?? (head ? HEAD : null);
  return new TableCell({
    borders: EDGES,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(share !== undefined && { width: { size: share, type: WidthType.PERCENTAGE } }),
    ...(fill !== null && { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
    children: textOf(cell)
      .split("\n")
      .map(
        (line) =>
          new Paragraph({
            alignment: numeric ? AlignmentType.END : AlignmentType.START,
            children: [new TextRun({ text: line, bold: head, ...(tone && { color: tone.ink }) })],
          }),
      ),
  });
}

const textOf = (cell: Cell) => (typeof cell === "string" ? cell : cell.text);

type Chart = Exclude<Block, { kind: "heading" | "paragraph" | "list" | "facts" | "table" }>;

/** What a chart shows, as a table. */
function figuresOf(chart: Chart): TableBlock {
  const numeric = (title: string) => ({ title, share: 1, numeric: true });
  const caption = chart.title;
  switch (chart.kind) {
    case "radar":
      return table(
        caption,
        [{ title: "", share: 2 }, ...chart.series.map(({ name }) => numeric(name))],
        chart.axes.map((axis, place) => [
          axis,
          ...chart.series.map(({ values }) => formatScore(values[place] ?? null)),
        ]),
      );
    case "bars": {
      const targets = chart.rows.some(({ target }) => target != null);
      return table(
        caption,
        [
          { title: "", share: 3 },
          numeric("Value"),
          ...(targets ? [numeric(chart.targetName ?? "Target")] : []),
        ],
        chart.rows.map(({ label, value, target }) => [
          label,
          formatScore(value),
          ...(targets ? [formatScore(target ?? null)] : []),
        ]),
      );
    }
    case "waterfall":
      return table(
        caption,
        [{ title: "", share: 3 }, numeric("Points")],
        [
          [chart.start.label, formatScore(chart.start.value)],
          ...chart.steps.map(({ label, value }) => [label, formatScore(value)]),
          [chart.end, ""],
        ],
      );
    case "matrix":
      return table(
        `${caption} (${chart.rowTitle} by ${chart.columnTitle})`,
        [{ title: "", share: 1.5 }, ...chart.columns.map((title) => ({ title, share: 1 }))],
        chart.cells.map((cells, place) => [chart.rows[place] ?? "", ...cells]),
      );
  }
}

function table(
  caption: string,
  columns: TableBlock["columns"],
  rows: readonly (readonly Cell[])[],
): TableBlock {
  return { kind: "table", caption, columns, rows };
}
