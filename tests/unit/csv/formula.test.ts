import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteFormulas, unquoteFormulas } from "@/lib/csv/formula";
import { writeCsv } from "@/lib/csv/write";
import { laxCells } from "../../support/csv-reader";
import { RUN, SEPARATORS, texts } from "./hostile-texts";

test.each([
  ["=1+1", "'=1+1"],
  ["'=1+1", "''=1+1"],
  ["''=x", "'''=x"],
  ["-5", "'-5"],
  ["\tx", "'\tx"],
  ["\r\nx", "'\r\nx"],
  ["＝1", "'＝1"],
  ["x;=1+1;y", "x;'=1+1;y"],
  ['x;"=1', `x;'"=1`],
  ["x;", "x;'"],
  ["two\nlines\n", "two\nlines\n'"],
  ["x\t@SUM", "x\t'@SUM"],
  ["see:\r\n- one\n- two", "see:\r\n'- one\n'- two"],
  ["a - b = c; d, = e", "a - b = c; d, = e"],
  ["'quoted'", "'quoted'"],
  ["", ""],
])("%j is written as %j", (text, cell) => {
  expect(quoteFormulas(text)).toBe(cell);
  expect(unquoteFormulas(cell)).toBe(text);
});

test("whatever a text holds, it comes back, and is nothing that a spreadsheet runs", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const cell = quoteFormulas(text);
      expect(unquoteFormulas(cell)).toBe(text);
      expect(cell).not.toMatch(RUN);
      for (const line of cell.split(/[\r\n;\t]/)) expect(line).not.toMatch(/^[=+\-@]/);
    }),
    { numRuns: 3000 },
  );
});

test("no cell of a table begins as a formula does, whatever separator it is read with", () => {
  const row = fc.record({ a: texts, b: texts, n: fc.option(fc.nat(), { nil: null }), c: texts });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const csv = writeCsv(["a", "b", "n", "c"], rows);
      for (const separator of SEPARATORS) {
        for (const cell of laxCells(csv, separator).flat()) expect(cell).not.toMatch(RUN);
      }
    }),
    { numRuns: 3000 },
  );
});

test("quoting takes time in the length of a text only", () => {
  const long = [`;${'"'.repeat(500_000)}`, "\t".repeat(500_000), ";'".repeat(250_000), "' ".repeat(250_000)];
  for (const text of long) expect(unquoteFormulas(quoteFormulas(text))).toBe(text);
});
