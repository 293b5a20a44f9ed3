import fc from "fast-check";
import { UPLOAD_KINDS, type UploadKind } from "@/lib/import/upload";
import { type Bent, bends, bendsOf, bent } from "./bent-files";
import { bendTable, type Made, tableBends, writeTable, writings } from "./bent-tables";

/** What is sent to be imported: real files, and what may have been done to them on their way. */

const TABLES = ["units", "inventory", "exported inventory", "assessments", "answers"] as const;
const TEXTS = ["organization", "assessment", "result"] as const;
const WHOLE = ["result as workbook", "inventory as workbook", "result as PDF", "nothing"] as const;

/** The files that others are bent from, as the app itself gives them. */
export type Sources = {
  tables: Readonly<Record<(typeof TABLES)[number], string[][]>>;
  texts: Readonly<Record<(typeof TEXTS)[number], string>>;
  whole: Readonly<Record<(typeof WHOLE)[number], Uint8Array>>;
};

const NAMES = [
  ...[
    "units.csv",
    "everything.json",
    "assessment.json",
    "answers.csv",
    "table.xlsx",
    "TABLE.CSV",
    ".csv",
    "",
  ],
  ...["../../etc/passwd", "..\\..\\a.json", "CON", "a/b.csv", "a\u0000.csv", "\u202egpj.csv", "\ud800.json"],
  ...['x"; filename="y.csv', "a\r\nContent-Type: text/html.csv", "__proto__", `${"n".repeat(3000)}.csv`],
  ...[`${"\u{20000}".repeat(150)}.json`, "<script>alert(1)</script>.csv", "=1+1.csv", "%00%2e%2e.csv"],
];
const TYPES = ["text/csv", "application/json", "application/octet-stream", "", "text/html", "x".repeat(500)];

/** Of the length, as 0 to 1; evenly, which numbers of that range are not. */
const share = fc.nat(10_000).map((parts) => parts / 10_000);
const INSERTS = {
  zero: "\u0000",
  "mark of UTF-16": "\u00ff\u00fe",
  "half a character": "\u00c3",
  quotation: '"',
  "begin of a list": "[",
  "begin of lists": "[".repeat(100_000),
  "begin of objects": '{"a":'.repeat(50_000),
  "begin of a ZIP": "PK\u0003\u0004",
  zeros: "\u0000".repeat(10_000),
  blanks: " ".repeat(10_000),
  "own prototype": '"__proto__":{"a":1},',
  "number without end": "1".repeat(100_000),
  letters: "x".repeat(100_000),
} as const;
const PADS = [" ", "\n", "a,", "[],", '"a\n', "\u0000", ";\t,", "x\r\n", "\u00e4"] as const;

export const damage = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("cut" as const), at: share }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("flip" as const),
      at: share,
      by: fc.integer({ min: 1, max: 255 }),
      bytes: fc.integer({ min: 1, max: 20 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("insert" as const),
      at: fc.oneof(share, fc.constantFrom(0, 1)),
      what: fc.constantFrom(...(Object.keys(INSERTS) as (keyof typeof INSERTS)[])),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("repeat" as const), at: share, to: share }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("drop" as const), at: share, to: share }) },
);
/** Most files are small. */
const size = fc.oneof(
  { weight: 30, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      at: fc.constantFrom(0, 0.5, 1),
      by: fc.constantFrom(...PADS),
      bytes: fc.constantFrom(2_000_000, 8_000_000, 31_000_000),
    }),
  },
);

const aTable = (...from: readonly (typeof TABLES)[number][]) =>
  fc.record({ from: fc.constantFrom(...from), bends: tableBends, written: writings });
const organization = fc.record({
  from: fc.constant("organization" as const),
  bends: fc.oneof(fc.constant<Bent>([]), bends),
});
const assessment = fc.record({
  from: fc.constantFrom(...(["assessment", "result"] as const)),
  bends: bendsOf(
    fc.constantFrom(
      ...["assessment", "result", "framework", "depth", "targetPhase"],
      ...["unit", "suitability", "acceptedActions", "respondents"],
    ),
  ),
});
const whole = fc.record({ from: fc.constantFrom(...WHOLE) });
const FITTING = {
  organization,
  units: aTable("units"),
  assessments: fc.oneof(aTable("assessments", "answers"), assessment),
  inventory: aTable("inventory", "exported inventory"),
};

const fileOf = (kind: UploadKind) =>
  fc.record({
    content: fc.oneof(
      { weight: 12, arbitrary: FITTING[kind] },
      { weight: 1, arbitrary: fc.oneof(...Object.values(FITTING)) },
      { weight: 1, arbitrary: whole },
    ),
    damages: fc.oneof(
      { weight: 5, arbitrary: fc.constant<Made<typeof damage>[]>([]) },
      { weight: 2, arbitrary: fc.array(damage, { minLength: 1, maxLength: 2 }) },
    ),
    size,
    name: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...NAMES)),
    type: fc.constantFrom(...TYPES),
  });
export type BentFile = Made<ReturnType<typeof fileOf>>;

/** `unit`, `looks`: which unit is chosen and which pages are looked at, among those that there are then. */
export const bentUploads = fc.constantFrom(...UPLOAD_KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    files: fc.oneof(
      { weight: 15, arbitrary: fc.array(fileOf(kind), { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(fileOf(kind), { minLength: 2, maxLength: 4 }) },
      { weight: 1, arbitrary: fileOf(kind).map((one) => Array.from({ length: 101 }, () => one)) },
    ),
    unit: fc.option(fc.nat(100)),
    looks: fc.array(fc.nat(1_000_000), { minLength: 3, maxLength: 3 }),
  }),
);
export type BentUpload = Made<typeof bentUploads>;

/** `turn`: what is added has other ids and names each time, or it would be there already. */
export async function writeBent(
  { content, damages, size, name, type }: BentFile,
  sources: Sources,
  turn: number,
): Promise<File> {
  const whole = await bytesOf(content, sources, turn);
  const damaged = damages.reduce(damagedBy, Buffer.from(whole));
  const bytes = size === null ? damaged : padded(damaged, size);
  const usual = "written" in content && content.written.as === "text" ? "table.csv" : "file.json";
  return new File([bytes], name ?? usual, { type });
}

async function bytesOf(content: BentFile["content"], sources: Sources, turn: number): Promise<Uint8Array> {
  if ("written" in content) {
    const rows = numbered(sources.tables[content.from], turn);
    return writeTable(bendTable(rows, content.bends), content.written);
  }
  if (!("bends" in content)) return sources.whole[content.from];
  const text = withOtherIds(sources.texts[content.from], turn);
  return Buffer.from(bent(text, content.bends).text);
}

/** Names of units and of items; those of the units that something belongs to stay. */
function numbered([titles = [], ...rows]: string[][], turn: number): string[][] {
  const named = new Set([titles.indexOf("name"), titles.indexOf("parent")]);
  return [
    titles,
    ...rows.map((row) => row.map((cell, at) => (named.has(at) && cell !== "" ? `${cell} ${turn}` : cell))),
  ];
}

const FIRST_OF_ID = /\b[0-9a-f]{8}(?=(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)/g;
function withOtherIds(text: string, turn: number): string {
  const key = Math.imul(turn + 1, 0x9e37_79b1);
  return text.replace(FIRST_OF_ID, (first) =>
    ((Number.parseInt(first, 16) ^ key) >>> 0).toString(16).padStart(8, "0"),
  );
}

export function damagedBy(bytes: Buffer<ArrayBuffer>, how: Made<typeof damage>): Buffer<ArrayBuffer> {
  const at = Math.floor(how.at * bytes.length);
  switch (how.do) {
    case "cut":
      return bytes.subarray(0, at);
    case "flip": {
      const flipped = Buffer.from(bytes);
      for (let place = at; place < Math.min(at + how.bytes, bytes.length); place += 1)
        flipped.writeUInt8(flipped.readUInt8(place) ^ how.by, place);
      return flipped;
    }
    case "insert":
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(INSERTS[how.what], "latin1"),
        bytes.subarray(at),
      ]);
    case "repeat":
    case "drop": {
      const to = Math.floor(how.to * bytes.length);
      const [from, end] = [Math.min(at, to), Math.max(at, to)];
      const again = how.do === "repeat" ? [bytes.subarray(from, end), bytes.subarray(from, end)] : [];
      return Buffer.concat([bytes.subarray(0, from), ...again, bytes.subarray(end)]);
    }
  }
}

type Padding = NonNullable<Made<typeof size>>;
function padded(bytes: Buffer, { at, by, bytes: all }: Padding): Buffer<ArrayBuffer> {
  const place = Math.floor(at * bytes.length);
  const room = Math.max(0, all - bytes.length);
  return Buffer.concat([bytes.subarray(0, place), Buffer.alloc(room, by), bytes.subarray(place)]);
}
