import fc from "fast-check";
import { expect, test } from "vitest";
import { BOUNDS } from "@/lib/bounds/bounds";
import { readTable } from "@/lib/csv/read";
import { SEPARATORS, texts } from "./hostile-texts";

const COLUMNS = ["name", "parent", "region"] as const;
const SHAPE = { columns: COLUMNS, required: ["name"] as const, noun: "unit" };
const read = (text: string) => readTable({ text }, SHAPE);
const cellsOf = (text: string) => {
  const { rows, faults } = read(text);
  expect(faults).toEqual([]);
  return rows.map(({ cells }) => cells);
};

/** As spreadsheets write: quoted only where it must be. */
const written = (separator: string) => (cell: string) =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

test("any small table comes back, whatever separates its columns and ends its lines", () => {
  const cell = fc.oneof(texts, fc.constantFrom("A, B", "a;b", "tab\there", "")).filter(
    // What an export would have quoted is taken off again.
    (text) => !text.includes("'") && !text.includes("\uFEFF"),
  );
  const tables = fc
    .integer({ min: 1, max: COLUMNS.length })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
    );
  fc.assert(
    fc.property(
      tables,
      fc.constantFrom(...SEPARATORS),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.boolean(),
      (table, separator, end, ends) => {
        const kept = table.map(([first = "", ...rest]) => [`n${first}`, ...rest]);
        const titles = COLUMNS.slice(0, kept[0]?.length);
        const lines = [titles, ...kept].map((row) => row.map(written(separator)).join(separator));
        const text = `${lines.join(end)}${ends ? end : ""}`;
        expect(cellsOf(text)).toEqual(
          kept.map(([name, parent = "", region = ""]) => ({ name, parent, region })),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test("short tables of two columns are read, with and without a line break at the end", () => {
  for (const separator of SEPARATORS) {
    for (let count = 1; count <= 20; count += 1) {
      for (const end of ["", "\r\n"]) {
        const rows = Array.from({ length: count }, (_, index) => `Unit ${index}${separator}EU`);
        const text = [`name${separator}region`, ...rows].join("\r\n") + end;
        expect(cellsOf(text)).toHaveLength(count);
        expect(cellsOf(text)[0]).toEqual({ name: "Unit 0", parent: "", region: "EU" });
      }
    }
  }
});

test("a first line that says the separator is taken at its word, and counts as a line", () => {
  for (const separator of SEPARATORS) {
    const text = `\uFEFFsep=${separator}\r\nname${separator}region\r\nA${separator}EU\r\n`;
    expect(read(text).rows).toEqual([{ place: "line 3", cells: { name: "A", parent: "", region: "EU" } }]);
  }
});

test("lines are counted by every kind of break, within cells as well", () => {
  const { rows } = read('\r\nname,parent\r"two\r\nlines\nmore" ,x\n\nA\r\n');
  expect(rows.map(({ place, cells }) => [place, cells.name, cells.parent])).toEqual([
    ["line 3", "two\r\nlines\nmore", "x"],
    ["line 7", "A", ""],
  ]);
});

const { columns: most, rows: mostRows, cell: longest } = BOUNDS;
const M = 3_000_000;
const COLUMNS_SAID =
  "There are more than 200 columns. Save only the table, and check what separates its columns.";
const CELL_SAID = "A cell holds more than 100000 characters. Shorten it, or check that this is a table.";

test.each([
  ["titles without end", "a,".repeat(M), "line 1", COLUMNS_SAID],
  ["cells without end below", `name,parent\n${"a,".repeat(M)}`, "line 2", COLUMNS_SAID],
  ["one column too many", `name,parent\nA${",".repeat(most)}x`, "line 2", COLUMNS_SAID],
  ["one line", "a".repeat(M), "line 1", CELL_SAID],
  ["one quoted cell", `name,parent\n"${"a".repeat(M)}"`, "line 2", CELL_SAID],
  ["quotation marks in a cell", `name,parent\n"${'""'.repeat(M)}"`, "line 2", CELL_SAID],
  ["line breaks in a cell", `name,parent\n"${"\n".repeat(M)}"`, "line 2", CELL_SAID],
  ["one character too many", `name,parent\n${"a".repeat(longest + 1)}`, "line 2", CELL_SAID],
  ["line breaks", "\n".repeat(M), "line 1", "The file is empty."],
  ["empty cells below", `name,parent\n${",".repeat(M)}`, "line 2", "There is no unit."],
  ["rows", `name\n${"a\n".repeat(M)}`, `line ${mostRows + 2}`, "At most 10000 units at once."],
  [
    "rows of the wrong width",
    `name,parent\n${"a,b,c\n".repeat(M)}`,
    `line ${mostRows + 2}`,
    "At most 10000 units at once.",
  ],
])("%s: one fault", (_, text, place, said) => {
  expect(read(text)).toEqual({ rows: [], faults: [{ place, text: said }], more: 0 });
});

test("as much as is allowed is read", () => {
  expect(cellsOf(`name,parent\nA${",".repeat(most - 1)}`)).toHaveLength(1);
  expect(cellsOf(`name\n${"a".repeat(longest)}`)[0]?.name).toHaveLength(longest);
  expect(cellsOf(`name\n${"a\n".repeat(mostRows)}`)).toHaveLength(mostRows);
});

test("a file that is too much is read no further than to where it is", () => {
  let looked = 0;
  const rows = Array.from({ length: 50_000 }, () => ["name"]);
  const counted = new Proxy(rows, {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) looked += 1;
      return Reflect.get(target, key);
    },
  });
  expect(readTable({ rows: counted }, SHAPE).faults).toHaveLength(1);
  expect(looked).toBeLessThan(mostRows + 10);
});

test("a thousand faults are told, and the others counted", () => {
  const { faults, more } = read(`name,parent\n${"a,b,c\n".repeat(1312)}`);
  expect([faults.length, more]).toEqual([1000, 312]);
  const misquoted = read(`name,parent\n${'"a"b"\n'.repeat(1312)}`);
  expect([misquoted.faults.length, misquoted.more]).toEqual([1000, 312]);
});
