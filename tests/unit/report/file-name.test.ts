import fc from "fast-check";
import { expect, test } from "vitest";
import { attachment, fileName } from "@/lib/report/file-name";
import { PLAN_DOCUMENTS } from "@/lib/report/plan-documents";
import { firstOf } from "@/lib/text/length";

const DATE = new Date("2026-11-24T23:30:00Z");

const names = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .tuple(
      fc.constantFrom("a", "𠀀", "漢", "क्षि", "e\u0301", "\u0301", "👩‍💻", "\ud800", "İ", "ﷺ", "-"),
      fc.nat(200),
    )
    .map(([letter, times]) => letter.repeat(times)),
);

/** What a browser makes of the header: RFC 8187. */
function nameIn(header: string): string {
  const [, encoded = ""] = /filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(header) ?? [];
  return decodeURIComponent(encoded);
}

test("a name whose eightieth letter is beyond the basic plane is cut before or after it, not within", () => {
  const name = fileName(`${"a".repeat(79)}𠀀`, "gap report", DATE, "pdf");
  expect(name).toBe(`${"a".repeat(79)}𠀀-gap-report-2026-11-24.pdf`);
  expect(nameIn(attachment(name))).toBe(name);
});

test("a name cut at the end of a word ends with the word", () => {
  expect(fileName(`${"a".repeat(79)} b`, "plan", DATE, "csv")).toBe(`${"a".repeat(79)}-plan-2026-11-24.csv`);
});

test("the name of any subject fits a file system, is sound, and a header carries it", () => {
  const what = fc.constantFrom(
    "gap report optimization",
    ...Object.values(PLAN_DOCUMENTS).map(({ title }) => title),
  );
  fc.assert(
    fc.property(names, fc.oneof(what, names), (subject, about) => {
      const name = fileName(subject, about, DATE, "json");
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*-2026-11-24\.json$/u);
      expect(nameIn(attachment(name))).toBe(name);
    }),
  );
});

test("a subject loses whole letters at its end, with their accents", () => {
  const name = fileName("e\u0301क्षि".repeat(100), "plan", DATE, "csv");
  const [subject = ""] = name.split("-plan-");
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" });
  const letters = new Set(Array.from(segments.segment(subject), ({ segment }) => segment));
  expect([...letters].sort()).toEqual(["क्षि", "é"].sort());
});

test("a header carries any name at all, and nothing but that name", () => {
  fc.assert(
    fc.property(names, (name) => {
      const header = attachment(name);
      expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
      expect(() => new Headers({ "Content-Disposition": header })).not.toThrow();
    }),
  );
  expect(nameIn(attachment("o'Hara (1)*.pdf"))).toBe("o'Hara (1)*.pdf");
});

test("the first letters of a text by any measure are a beginning of it, and no letter more would fit", () => {
  const bytes = (text: string) => Buffer.byteLength(text);
  fc.assert(
    fc.property(names, fc.nat(300), (text, most) => {
      const first = firstOf(text, most, bytes);
      expect(text.startsWith(first)).toBe(true);
      expect(bytes(first)).toBeLessThanOrEqual(most);
      if (bytes(text) <= most) expect(first).toBe(text);
    }),
  );
});
