import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbook } from "@/lib/server/workbook/read-workbook";
import { byHand, packed, parts, workbook } from "../../support/workbook";
import { entry, zeros, zip } from "../../support/zip";

const WHOLE = Object.entries(
  parts('<row><c t="s"><v>0</v></c></row>', {
    "xl/sharedStrings.xml": "<sst><si><t>name</t></si></sst>",
  }),
).map(([name, content]) => entry(name, content));

const faultOf = async (file: Uint8Array) => (await readWorkbook(file)).fault;

const DAMAGED = "The workbook is damaged. Open it in a spreadsheet program and save it again.";
const TOO_LARGE = "More than 20.0 MB when unpacked. Save only the table as a workbook of its own, or as CSV.";

test("a gigabyte of zeros is refused by what its directory says", async () => {
  expect(await faultOf(zip([...WHOLE, zeros("xl/media/image1.png", 1_000)]))).toBe(TOO_LARGE);
});

test("so are entries that share their bytes, so that each is small and all are many", async () => {
  const shared = Array.from({ length: 900 }, (_, index) => ({ ...zeros(`${index}`, 1), size: 1_000_000 }));
  const file = zip(shared, { shared: true });
  expect(file.length).toBeLessThan(60_000);
  expect(await faultOf(file)).toMatch(/^More than .* when unpacked\. Save only the table/);
});

test("a directory that says less than there is unpacks no more than it says", async () => {
  const liar = { ...zeros("xl/worksheets/sheet1.xml", 1_000), size: 1_000 };
  const before = process.memoryUsage.rss();
  expect(await faultOf(zip([...WHOLE.filter(({ name }) => name !== liar.name), liar]))).toBe(DAMAGED);
  expect(process.memoryUsage.rss() - before).toBeLessThan(500_000_000);
});

test("one that says more than there is, or other content, is damaged", async () => {
  for (const wrong of [
    { size: 1_000 },
    { crc: 1 },
    { packed: deflateRawSync("<sst/>") },
    { packed: Buffer.from("x") },
  ]) {
    const file = zip(WHOLE.map((one) => (one.name === "xl/sharedStrings.xml" ? { ...one, ...wrong } : one)));
    expect(await faultOf(file), JSON.stringify(wrong)).toBe(DAMAGED);
  }
});

test("more parts than a workbook has, and more than its size allows, are refused", async () => {
  const many = Array.from({ length: 1_001 }, (_, index) => entry(`${index}`, ""));
  expect(await faultOf(zip([...WHOLE, ...many]))).toMatch(/^More than 1000 parts\. Save only the table/);
  expect(await faultOf(zip([...WHOLE, zeros("a", 15)]))).toMatch(
    /^More than 200 times its size when unpacked\./,
  );
});

test("a password is told by what it makes of the file", async () => {
  const protectedFile = zip(WHOLE.map((one) => ({ ...one, encrypted: true })));
  const old = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
  ]);
  for (const file of [protectedFile, old]) {
    expect(await faultOf(file)).toBe(
      "Protected by a password, or of the old kind (.xls). Save it as a workbook (.xlsx) without a password, or as CSV.",
    );
  }
});

test("what is no workbook, or has no sheet to read, is told", async () => {
  const NOT = "Not an Excel workbook (.xlsx). Save the table as a workbook of that kind, or as CSV.";
  const word = { "xl/workbook.xml": "<document/>" };
  const binary = { "_rels/.rels": parts("")["_rels/.rels"]?.replace("workbook.xml", "workbook.bin") ?? "" };
  const open = zip([
    entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    entry("content.xml", "<a/>"),
  ]);
  for (const file of [
    new Uint8Array(),
    Buffer.from("name,parent"),
    open,
    byHand("", word),
    byHand("", binary),
  ]) {
    expect(await faultOf(file)).toBe(NOT);
  }
  const hidden = byHand("", {
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><sheets><sheet state="hidden" r:id="rId1"/></sheets></workbook>',
  });
  expect(await faultOf(hidden)).toMatch(/^There is no visible sheet\./);
});

const laughs = (levels: number) =>
  Array.from({ length: levels }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");

test.each([
  [
    "entities that a document declares",
    `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs(9)}]><worksheet><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>`,
  ],
  [
    "an entity that reads a file",
    '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&f;</v></c></row></sheetData></worksheet>',
  ],
  ["elements in each other without end", "<a>".repeat(200_000) + "</a>".repeat(200_000)],
  ["attributes without end", `<a ${Array.from({ length: 400_000 }, (_, n) => `a${n}=""`).join(" ")}/>`],
  ["what is no XML", "<worksheet><sheetData><row></sheetData></worksheet>"],
  ["what is no UTF-8", `<worksheet a="\xff"/>`],
  ["a cell without a place that there is", '<worksheet><c r="1A"/></worksheet>'],
  ["a cell outside of the rows", "<worksheet><c><v>1</v></c></worksheet>"],
  ["a text that is not there", '<worksheet><row><c t="s"><v>-1</v></c></row></worksheet>'],
])("%s", async (_, sheet) => {
  const all = Object.entries(parts("")).filter(([name]) => name !== "xl/worksheets/sheet1.xml");
  const entries = all.map(([name, content]) => entry(name, content));
  // Bytes as they are written here, so that they can be no UTF-8; padded, so that the ratio is not what refuses it.
  entries.push(entry("xl/worksheets/sheet1.xml", Buffer.from(sheet, "latin1")), entry("pad", noise(60_000)));
  expect(await faultOf(zip(entries))).toBe(DAMAGED);
});

/** Bytes that do not deflate, the same each time. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state >> 8;
  });
}

const tooFar = (place: string, limit: string) =>
  `There is text in ${place}, and at most ${limit} are read. Delete what is not of the table, or import it in parts.`;

test("a cell far out costs nothing, and its place is told", async () => {
  const far = byHand('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
  expect(await faultOf(far)).toBe(tooFar("row 1048576", "10001 rows"));
  const wide = byHand('<row r="1"><c r="XFD1"><v>1</v></c></row>');
  expect(await faultOf(wide)).toBe(tooFar("column 16384", "200 columns"));
  const formatted = byHand(
    '<row r="1048576"><c r="XFD1048576" s="1"/></row><row r="1"><c r="A1"><v>1</v></c></row>',
  );
  expect(await readWorkbook(formatted)).toEqual({ rows: [["1"]] });
});

test("a sheet of a million rows is refused at the first row too many", async () => {
  const rows = Array.from(
    { length: 1_000_000 },
    (_, row) => `<row><c><v>${(row * 7919) % 1000}</v></c></row>`,
  );
  expect(await faultOf(byHand(rows.slice(0, 10_002).join("")))).toBe(tooFar("row 10002", "10001 rows"));
  expect((await readWorkbook(byHand(rows.slice(0, 10_001).join("")))).rows).toHaveLength(10_001);
  expect(await faultOf(byHand(rows.join("")))).toMatch(/^More than 20\.0 MB when unpacked/);
});

test("more elements than a table of that size can have are refused, also when they hold nothing", async () => {
  const entries = Object.entries(parts("<c/>".repeat(1_000_001))).map(([name, part]) => entry(name, part));
  expect(await faultOf(zip([...entries, entry("pad", noise(60_000))]))).toMatch(
    /^More than a million cells,/,
  );
});

test("one long text that very many cells refer to is counted for each", async () => {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
  const file = byHand(row.repeat(100), {
    "xl/sharedStrings.xml": `<sst><si><t>${"a".repeat(30_000)}</t></si></sst>`,
  });
  expect(await faultOf(file)).toBe("More than 20 million characters of text. Import the table in parts.");
});

test("what would come in as something else than is seen is told with its cell", async () => {
  const error = byHand('<row r="3"><c r="B3" t="e"><f>A1</f><v>#REF!</v></c></row>');
  expect(await faultOf(error)).toBe("Cell B3 holds the error #REF!. Correct it, or empty the cell.");
  const uncounted = byHand('<row r="3"><c r="B3"><f>A1</f></c></row>');
  expect(await faultOf(uncounted)).toMatch(/^Cell B3 holds a formula without its result\./);
});

const styles = (content: string) =>
  zip([
    ...Object.entries(
      parts('<row><c s="0"><v>1</v></c></row>', { "xl/styles.xml": `<styleSheet>${content}</styleSheet>` }),
    ).map(([name, part]) => entry(name, part)),
    entry("pad", noise(100_000)),
  ]);
const format = (code: string, id = 200) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`;

test.each(["[", "[h", "[$-", "&quot;", "\\", "_", ";"])(
  "number formats of %s without end are read no further than a spreadsheet would",
  async (piece) => {
    const code = piece.repeat(Math.floor(900_000 / piece.length));
    const all = Array.from({ length: 10 }, (_, id) => format(code, 200 + id)).join("");
    expect(await readWorkbook(styles(`<numFmts>${all}</numFmts>`))).toEqual({ rows: [["1"]] });
  },
  30_000,
);

test("more formats or styles than a spreadsheet allows are refused", async () => {
  const many = Array.from({ length: 65_492 }, (_, id) => format("0", id)).join("");
  const said = /^More than 65490 styles\. Save only the table/;
  expect(await faultOf(styles(`<numFmts>${many}</numFmts>`))).toMatch(said);
  expect(await faultOf(styles(`<cellXfs>${"<xf/>".repeat(65_492)}</cellXfs>`))).toMatch(said);
});

test("a part whose name never ends is damaged: joining it to a folder would take minutes", async () => {
  const target = "x/".repeat(130_000) + "a/../".repeat(45_000);
  const relations = `<Relationships><Relationship Id="rId1" Type="t/officeDocument" Target="${target}"/></Relationships>`;
  const all = Object.entries(parts("", { "_rels/.rels": relations })).map(([name, part]) =>
    entry(name, part),
  );
  expect(await faultOf(zip([...all, entry("pad", noise(100_000))]))).toBe(DAMAGED);
});

test("whatever is cut off, or changed in a byte, gives rows or a fault", async () => {
  const file = await workbook({
    rows: [
      ["name", "parent"],
      ["A", 1],
      [true, new Date(0)],
    ],
  });
  const { rows } = await readWorkbook(file);
  expect(rows).toHaveLength(3);
  const changes = fc.oneof(
    fc.integer({ min: 0, max: file.length - 1 }).map((length) => file.slice(0, length)),
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: file.length - 1 }), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((flips) => {
        const changed = file.slice();
        for (const [at, byte] of flips) changed[at] = byte;
        return changed;
      }),
  );
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const read = await readWorkbook(changed);
      if (read.fault === undefined) expect(read.rows).toEqual(rows);
      else expect(read.fault).toMatch(/\.$/);
    }),
    { numRuns: 2_000 },
  );
});

test("so does every byte of the directory and of the headers, changed to each value that is special", async () => {
  const file = packed(parts("<row><c><v>1</v></c></row>"));
  const from = Buffer.from(file).indexOf("PK\x01\x02");
  for (let at = from; at < file.length; at += 1) {
    for (const byte of [0, 1, 0x7f, 0x80, 0xff]) {
      const changed = file.slice();
      changed[at] = byte;
      expect(Object.keys(await readWorkbook(changed))).toHaveLength(1);
    }
  }
});
