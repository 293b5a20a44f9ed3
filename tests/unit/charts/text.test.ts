import fc from "fast-check";
import { expect, test } from "vitest";
import { estimateWidth, wrapText } from "@/lib/chart-geometry/text";

const byLetter = (text: string) => text.length;

test("text breaks between words", () => {
  expect(wrapText("Governance and compliance", 14, byLetter)).toEqual(["Governance and", "compliance"]);
});

test("a word longer than the line is broken with a hyphen", () => {
  expect(wrapText("infrastructure", 8, byLetter)).toEqual(["infrast-", "ructure"]);
});

test("no line is wider than asked and no letter is lost", () => {
  const words = fc.array(fc.stringMatching(/^[a-zA-Z]{1,20}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, fc.integer({ min: 3, max: 30 }), (parts, room) => {
      const lines = wrapText(parts.join(" "), room, byLetter);
      expect(lines.every((line) => line.length <= room)).toBe(true);
      expect(lines.join("").replaceAll(/[- ]/g, "")).toBe(parts.join(""));
    }),
  );
});

test("wider letters are estimated wider, and all grow with the font", () => {
  expect(estimateWidth(10)("MMM")).toBeGreaterThan(estimateWidth(10)("iii"));
  expect(estimateWidth(20)("Process")).toBeCloseTo(2 * estimateWidth(10)("Process"));
});
