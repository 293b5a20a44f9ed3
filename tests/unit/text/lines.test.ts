import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "@/lib/text/lines";

const byLetter = (text: string) => [...text].length;

/** Texts of any script, and of what no line may be broken at: long words, addresses, joiners, no-break spaces, accents. */
const stubborn = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc
        .tuple(
          fc.constantFrom(
            "a",
            "a\u00a0",
            "\u200d",
            "e\u0301",
            "\u0301",
            "%20",
            "a/",
            "…",
            " ",
            "\n",
            "漢",
            "漢\u2060",
            "👩‍💻",
            "-",
          ),
          fc.nat(400),
        )
        .map(([piece, times]) => piece.repeat(times)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const widths = fc.integer({ min: 1, max: 120 });

test("text breaks after blanks, and where a hyphen, a dash or a slash joins two words", () => {
  expect(linesOf("Governance and compliance", 15, byLetter)).toEqual(["Governance and ", "compliance"]);
  expect(linesOf("cross-functional", 10, byLetter)).toEqual(["cross-", "functional"]);
  expect(linesOf("cross-functional", 8, byLetter)).toEqual(["cross-fu", "nctional"]);
  expect(linesOf("one\n\ntwo", 8, byLetter)).toEqual(["one", "", "two"]);
});

test("an address longer than a line breaks between its parts, never within a byte such as %20", () => {
  const lines = linesOf("see https://example.com/sites/AI%20Programme?view=all&page=2", 20, byLetter);
  expect(lines).toEqual(["see ", "https://example.com/", "sites/AI", "%20Programme?view=", "all&page=2"]);
  expect(linesOf("%20".repeat(40), 7, byLetter)).toEqual(Array.from({ length: 20 }, () => "%20%20"));
  expect(linesOf(`${"a".repeat(6)}%20`.repeat(30), 7, byLetter).filter((line) => /%.?$/.test(line))).toEqual(
    [],
  );
});

test("a letter keeps its accents and an emoji its parts", () => {
  expect(linesOf("e\u0301".repeat(4), 4, byLetter)).toEqual(["e\u0301e\u0301", "e\u0301e\u0301"]);
  expect(linesOf("👩‍💻".repeat(3), 4, byLetter)).toEqual(["👩‍💻", "👩‍💻", "👩‍💻"]);
});

test("ideographs break between any two, but not before what closes", () => {
  expect(linesOf("漢字漢字。漢字", 4, byLetter)).toEqual(["漢字漢", "字。漢字"]);
});

test("nothing is added and nothing lost, and no line is wider than asked but of one letter", () => {
  fc.assert(
    fc.property(stubborn, widths, (text, width) => {
      const paragraphs = text.split("\n").map((paragraph) => linesOf(paragraph, width, byLetter));
      expect(linesOf(text, width, byLetter)).toEqual(paragraphs.flat());
      expect(paragraphs.map((lines) => lines.join("")).join("\n")).toBe(text);
      for (const line of paragraphs.flat())
        expect(byLetter(line) <= width || byLetter(line) === 1).toBe(true);
    }),
  );
});

test("each letter is measured a few times, in runs of bounded length, whatever the text is", () => {
  fc.assert(
    fc.property(stubborn, widths, (text, width) => {
      let measured = 0;
      let longest = 0;
      linesOf(text, width, (run) => {
        measured += run.length;
        longest = Math.max(longest, run.length);
        return byLetter(run);
      });
      expect(measured).toBeLessThanOrEqual(4 * text.length + 1);
      expect(longest).toBeLessThanOrEqual(80);
    }),
  );
});
