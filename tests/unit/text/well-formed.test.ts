import fc from "fast-check";
import { expect, test } from "vitest";
import { firstOf, lengthOf } from "@/lib/text/length";
import { nameSchema } from "@/lib/text/schemas";
import { isVisible, isWellFormed, wellFormed } from "@/lib/text/well-formed";

const anyText = fc.string({ unit: "binary" });

test("line breaks become one kind, and what nothing can show is left out", () => {
  expect(wellFormed("a\r\nb\rc\u2028d")).toBe("a\nb\nc\nd");
  expect(wellFormed("a\u0000b\u0007c\uFFFEd\u{1FFFF}e\uD840f\uDC00g\tz")).toBe("abcdefg\tz");
  expect(wellFormed("日本語 العربية 👩‍👩‍👧 é")).toBe("日本語 العربية 👩‍👩‍👧 é");
});

test("what is well-formed stays as it is, and holds no lone surrogate", () =>
  fc.assert(
    fc.property(anyText, (text) => {
      const once = wellFormed(text);
      expect(wellFormed(once)).toBe(once);
      expect(isWellFormed(once)).toBe(true);
      expect(() => encodeURIComponent(once)).not.toThrow();
    }),
  ));

test("text that only has no width is not visible", () => {
  for (const text of ["", " ", "\u200B", "\u2060", "\u3164", "\u2800", "\u00AD\uFE0F"])
    expect(isVisible(text)).toBe(false);
  for (const text of ["a", "字", "👍", "\u200Ba"]) expect(isVisible(text)).toBe(true);
});

test("length counts code points, and a beginning cuts no letter in two", () => {
  expect(lengthOf("𠀀a")).toBe(2);
  expect(firstOf("abc", 2)).toBe("ab");
  expect(firstOf(`${"a".repeat(79)}𠀀`, 80)).toBe(`${"a".repeat(79)}𠀀`);
  expect(firstOf(`${"a".repeat(80)}𠀀`, 80)).toBe("a".repeat(80));
  expect(firstOf("e\u0301e\u0301", 3)).toBe("e\u0301");
  expect(firstOf("👩‍👩‍👧x", 4)).toBe("");
});

test("a beginning is one, and no longer than asked", () =>
  fc.assert(
    fc.property(anyText.map(wellFormed), fc.nat(50), (text, most) => {
      const first = firstOf(text, most);
      expect(text.startsWith(first)).toBe(true);
      expect(lengthOf(first)).toBeLessThanOrEqual(most);
      expect(isWellFormed(first)).toBe(true);
    }),
  ));

test("a name shows something, in one line, of so many letters of any script", () => {
  const name = nameSchema(3);
  expect(name.parse(" ab\u0000 ")).toBe("ab");
  expect(name.safeParse("𠀀𠀀𠀀").success).toBe(true);
  for (const text of ["", "\u200B", "abcd", "a\nb"]) expect(name.safeParse(text).success).toBe(false);
});
