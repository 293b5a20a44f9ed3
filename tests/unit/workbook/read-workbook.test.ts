import type { CellValue } from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbook } from "@/lib/server/workbook/read-workbook";
import { byHand, workbook } from "../../support/workbook";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Without what XML cannot hold or changes, and what the format itself writes for such characters. */
const texts = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom("=", "+", "-", "@", "'", "\t", "\n", " ", "<", "&", '"', "é", "漢", "👍", "1"),
      maxLength: 8,
    }),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  .filter((text) => !/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|_x[\da-f]{4}_/i.test(text));

type Cell = { given: CellValue; text: string };

const cells: fc.Arbitrary<Cell> = fc.oneof(
  texts.map((text) => ({ given: text, text })),
  fc.constant({ given: null, text: "" }),
  fc.integer().map((number) => ({ given: number, text: String(number) })),
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => ({ given: n / 1000, text: String(n / 1000) })),
  fc.boolean().map((yes) => ({ given: yes, text: yes ? "yes" : "no" })),
  fc
    .date({ min: day("1900-03-01"), max: day("9999-12-31"), noInvalidDate: true })
    .map((date) => ({ given: date, text: date.toISOString().slice(0, 10) })),
  texts.map((text) => ({
    given: { richText: [{ text }, { font: { bold: true }, text: "!" }] },
    text: `${text}!`,
  })),
  fc.integer().map((result) => ({ given: { formula: "A1+1", result }, text: String(result) })),
);

/** A row ends with its last text, a sheet with its last row of them. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

test("a table comes back as it was written, whatever its cells hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cells, { maxLength: 6 }), { maxLength: 6 }), async (table) => {
      const file = await workbook({ rows: table.map((row) => row.map(({ given }) => given)) });
      const rows = trimmed(table.map((row) => row.map(({ text }) => text)));
      expect(await readWorkbook(file)).toEqual({ rows });
    }),
    { numRuns: 150 },
  );
});

test("blank rows keep their place, and the first visible sheet is the one that is read", async () => {
  const file = await workbook(
    { state: "hidden", rows: [["hidden"]] },
    { state: "veryHidden", rows: [["very hidden"]] },
    { rows: [["a", null, "c"], [], [null, 2]] },
    { rows: [["second"]] },
  );
  expect(await readWorkbook(file)).toEqual({ rows: [["a", "", "c"], [], ["", "2"]] });
});

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\\.\\ mmm\\ yyyy"/>
  <numFmt numFmtId="165" formatCode="#,##0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/>
  <numFmt numFmtId="167" formatCode="[$-407]mmmm"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
  <xf numFmtId="167"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

const one = async (cell: string, others: Record<string, string> = {}) =>
  (await readWorkbook(byHand(`<row>${cell}</row>`, { "xl/styles.xml": STYLES, ...others }))).rows?.[0]?.[0];

test.each([
  ["a figure as it was typed", "<c><v>2.1000000000000001</v></c>", "2.1"],
  ["a sum as a spreadsheet shows it", "<c><v>0.30000000000000004</v></c>", "0.3"],
  ["a large figure", "<c><v>1.5E+21</v></c>", "1500000000000000000000"],
  ["a small figure", "<c><v>-1E-7</v></c>", "-0.0000001"],
  ["zero", "<c><v>-0</v></c>", "0"],
  ["a day", '<c s="1"><v>46353</v></c>', "2026-11-27"],
  ["a day of an own format, with its time", '<c s="2"><v>46353.75</v></c>', "2026-11-27"],
  ["a month", '<c s="5"><v>46353</v></c>', "2026-11-27"],
  ["the first day", '<c s="1"><v>1</v></c>', "1900-01-01"],
  ["the last day", '<c s="1"><v>2958465</v></c>', "9999-12-31"],
  ["more than the last day", '<c s="1"><v>2958466</v></c>', "2958466"],
  ["a count of days", '<c s="3"><v>46353</v></c>', "46353"],
  ["hours", '<c s="4"><v>1.5</v></c>', "1.5"],
  ["a time", '<c s="6"><v>0.25</v></c>', "0.25"],
  ["a day as text of the format", '<c t="d"><v>2026-11-27T00:00:00</v></c>', "2026-11-27"],
  ["no", '<c t="b"><v>0</v></c>', "no"],
  ["text that a formula came to", '<c t="str"><f>A2</f><v> = </v></c>', " = "],
  ["a formula that came to nothing, and a cell after it", '<c t="str"><f>A2</f><v/></c><c><v>1</v></c>', ""],
  [
    "characters that XML cannot hold",
    '<c t="inlineStr"><is><t>a_x000D__x005F_x0041__xD83D_</t></is></c>',
    "a\r_x0041__xD83D_",
  ],
  ["text without its pronunciation", '<c t="inlineStr"><is><t>東</t><rPh><t>ひがし</t></rPh></is></c>', "東"],
  ["text in a section", '<c t="str"><v><![CDATA[<b>]]></v></c>', "<b>"],
])("%s", async (_, cell, text) => {
  expect(await one(cell)).toBe(text);
});

test("days count from 1904 where the workbook says so", async () => {
  const others = {
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  };
  expect(await one('<c s="1"><v>44891</v></c>', others)).toBe("2026-11-27");
});

test("cells without a place follow the one before, prefixes and order do not matter", async () => {
  const file = byHand("", {
    "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>
      <x:row r="4"><x:c r="C4"><x:v>4</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>3</x:v></x:c></x:row>
      </x:sheetData></x:worksheet>`,
  });
  expect(await readWorkbook(file)).toEqual({ rows: [["1", "2"], [], ["3"], ["", "", "4", "5"]] });
});
