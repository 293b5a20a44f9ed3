import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TERMS, termAnchor } from "@/lib/glossary/terms";

const glossary = readFileSync("docs/glossary.md", "utf8");
const glossaryWords = glossary.split("\n").map((line) => line.split("|")[1]?.trim());

describe("the terms of the help page", () => {
  test("each has an anchor of its own that stands in an address as it is", () => {
    const anchors = TERMS.map(({ key }) => termAnchor(key));
    expect(new Set(anchors).size).toBe(TERMS.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^term-[a-z-]+$/);
  });

  test.each(TERMS.map(({ term }) => term.toLowerCase()))("%s stands in docs/glossary.md", (term) => {
    expect(glossaryWords).toContain(term);
  });

  test("each meaning is a full sentence", () => {
    for (const { meaning } of TERMS) expect(meaning).toMatch(/^[A-Z0-9].*\.$/);
  });
});
