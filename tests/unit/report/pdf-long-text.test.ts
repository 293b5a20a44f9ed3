import PDFDocument from "pdfkit";
import { expect, test, vi } from "vitest";
import type { ReportDocument } from "@/lib/report/document";
import { renderPdf } from "@/lib/server/report/pdf";
import { readPdf } from "@/tests/support/pdf-text";

const CREATED = new Date("2026-11-20T10:00:00Z");

/** A report with the text wherever a text may stand: name, headings, paragraphs, lists, facts, tables, figures. */
function reportOf(text: string): ReportDocument {
  const figure = { title: text, alt: text };
  const row = { label: text, value: 40 };
  return {
    title: "Report",
    subtitle: text,
    headline: text,
    cover: [{ label: text, value: text, note: text }],
    footer: "Footer",
    sections: [
      {
        title: text,
        blocks: [
          { kind: "heading", text },
          { kind: "paragraph", text },
          { kind: "list", items: [text] },
          { kind: "facts", items: [{ label: "A", value: text }] },
          {
            kind: "table",
            caption: text,
            columns: [
              { title: "Question", share: 3 },
              { title: "Note", share: 1 },
              { title: "Figure", share: 1, numeric: true },
            ],
            rows: [["Question", text, { text, tone: 2 }]],
          },
          { kind: "bars", ...figure, rows: [row] },
          { kind: "waterfall", ...figure, start: row, steps: [row], end: text },
        ],
      },
    ],
  };
}

/** A report whose one long text is a cell: the note of an answer. */
function noteOf(text: string): ReportDocument {
  const columns = [
    { title: "Question", share: 1 },
    { title: "Note", share: 1 },
  ];
  const table = { kind: "table", caption: "Answers", columns, rows: [["Question", text]] } as const;
  return { ...reportOf("Report"), sections: [{ title: "Answers", blocks: [table] }] };
}

/** What stands between the blanks of a text, with and without places to break it. */
const LINK = "https://example.com/Quarterly%20Review%20of%20the%20Models%20";
const HOSTILE = {
  "letters without a blank": "a".repeat(60),
  "an address of escaped bytes": LINK,
  "letters and no-break spaces": "a\u00a0".repeat(30),
  "zero-width joiners": "\u200d".repeat(60),
  "ideographs and word joiners": "漢\u2060".repeat(30),
  "accents on one letter": "\u0301".repeat(60),
  "lines of one letter": "a\n".repeat(30),
  blanks: " ".repeat(60),
};

/** The letters that pdfkit measured: what a page costs, whatever else this machine does meanwhile. */
async function measuredIn(report: ReportDocument): Promise<number> {
  const measure = vi.spyOn(PDFDocument.prototype, "widthOfString");
  await renderPdf(report, "a4", CREATED);
  const measured = measure.mock.calls.reduce((sum, [text]) => sum + String(text).length, 0);
  measure.mockRestore();
  return measured;
}

test.each(Object.entries(HOSTILE))("twice the text measures twice as much, at most: %s", async (_, piece) => {
  for (const make of [reportOf, noteOf]) {
    const base = await measuredIn(make("a"));
    const once = Math.max(0, (await measuredIn(make(piece.repeat(16)))) - base);
    const twice = (await measuredIn(make(piece.repeat(32)))) - base;
    expect(twice).toBeLessThanOrEqual(2.5 * once + piece.length);
    // No letter more often than a few times in each of the places where it stands.
    expect(twice).toBeLessThanOrEqual(15 * 20 * 32 * piece.length);
  }
});

test("a note of any number of lines goes on over as many pages as it takes, and none of it is lost", async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
  const { text, pages } = await readPdf(await renderPdf(noteOf(lines.join("\n")), "a4", CREATED));
  expect(text.match(/\bn\d+/g)).toEqual(lines);
  // Behind the cover each page says what its columns hold.
  for (const page of pages.slice(1)) expect(page).toMatch(/Question *Note/);
});

test("a paragraph, a list and a heading longer than a page go on on the next", async () => {
  const words = Array.from({ length: 1500 }, (_, index) => `w${index}`);
  const blocks = [
    { kind: "paragraph", text: words.join("\n") },
    { kind: "list", items: [words.join("\n")] },
    { kind: "heading", text: words.join("\n") },
  ] as const;
  const report = { ...reportOf("Report"), sections: [{ title: "Long", blocks }] };
  const { text, document } = await readPdf(await renderPdf(report, "letter", CREATED));
  expect(text.match(/\bw\d+/g)).toEqual([...words, ...words, ...words]);
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
});

test("what has no shape of its own leaves no box, and is not in the way of a search", async () => {
  const { text } = await readPdf(await renderPdf(noteOf("soft\u00adened, zero\u200dwidth"), "a4", CREATED));
  expect(text).toContain("softened, zerowidth");
});

test("an address is broken over lines without a letter added: put together it is the address", async () => {
  const address = LINK.repeat(30);
  const { pages } = await readPdf(await renderPdf(noteOf(address), "a4", CREATED));
  expect(pages.join("").replaceAll(" ", "")).toContain(address);
});
