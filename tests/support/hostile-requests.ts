import fc from "fast-check";
import { BOUNDS } from "@/lib/bounds/bounds";

/** A request as it goes over the wire; the path may be one that no browser would send. */
export type HostileRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
};

const NASTY = [
  "..%2f..%2f..%2fetc%2fpasswd",
  "%00",
  "%ff%fe",
  "%E0%A4%A",
  "%2e%2e",
  // A percent sign that begins nothing, before a letter that no address may hold as it is.
  "\u072a%D\u032d",
  "__proto__",
  "constructor",
  "toString",
  "' OR 1=1 --",
  "1; DROP TABLE Answer",
  "\u202egpj.exe",
  "null",
  "undefined",
  "NaN",
  "-1",
  "9".repeat(400),
  "a".repeat(3000),
  "<script>alert(1)</script>",
  "{{7*7}}",
];

const encoded = (text: string) =>
  /%[0-9a-fA-F]/.test(text)
    ? text.replaceAll("/", "%2f").replace(/[^\u0021-\u00ff]/gu, encodeURIComponent)
    : encodeURIComponent(text);

/** A part of a path: one that exists, or anything. */
function part(known: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: fc.constantFrom(...NASTY).map(encoded) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).map(encoded) },
  );
}

const deep = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);

const body: fc.Arbitrary<string | null> = fc.oneof(
  fc.constant(null),
  fc.json({ maxDepth: 4 }),
  fc
    .record(
      {
        level: fc.oneof(fc.integer(), fc.double(), fc.constantFrom("3", true, null, [3], { level: 3 })),
        answer: fc.oneof(fc.constantFrom("yes", "no", true, false, null, 1), fc.string()),
        note: fc.oneof(
          fc.string({ unit: "binary", maxLength: 200 }),
          fc.constant("x".repeat(5000)),
          fc.integer(),
        ),
        evidence: fc.oneof(fc.array(fc.webUrl()), fc.array(fc.string()), fc.constant("javascript:alert(1)")),
        certainty: fc.string(),
        notApplicable: fc.constantFrom("other", "outOfScope", "", 3),
        dontKnow: fc.constantFrom(true, false, "yes"),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
  fc.constantFrom(
    "",
    "{",
    "[1,",
    '{"__proto__":{"level":3}}',
    '{"constructor":{"prototype":{"level":3}},"level":3}',
    '{"level":3,"level":4}',
    '{"level":1e999}',
    '"\\ud800"',
    deep(5000, "[", "]"),
    deep(5000, '{"a":', "}").replace('{"a":}', "{}"),
    `{"note":"${"x".repeat(70_000)}"}`,
  ),
  fc.string({ unit: "binary", maxLength: 500 }),
);

const FIELDS = [
  ...["kind", "files", "name", "unitId", "level", "id", "", "0", "__proto__", "a[b]", "n".repeat(5000)],
  // What the pages' own forms send.
  ...["$ACTION_REF_1", "$ACTION_1:0", "$ACTION_1:1", "$ACTION_KEY", `$ACTION_ID_${"40".repeat(21)}`, "1_0"],
];
const VALUES = [
  ...NASTY,
  ...["units", "organization", "3", '{"id":"x","bound":"$@1"}', '["$K1"]', '"$Q1"', "x".repeat(70_000)],
  ...[deep(5000, "[", "]"), "name\r\nFrom a form\r\n"],
];
const field = fc.record({
  name: fc.constantFrom(...FIELDS),
  value: fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: "binary", maxLength: 100 })),
  file: fc.option(fc.constantFrom("units.csv", "", "../a", "a\u0000")),
});
const fields = fc.array(field, { maxLength: 6 });

const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=x";
const formPart = (name: string, value: string, file: string | null = null) => {
  const called = file === null ? "" : `; filename="${file}"\r\nContent-Type: text/csv`;
  return `--x\r\nContent-Disposition: form-data; name="${name}"${called}\r\n\r\n${value}\r\n`;
};

/** As much as a form may hold, of what takes longest to read. */
const FULL = BOUNDS.formBytes - 10_000;
const full = (type: string, piece: string, before = "", after = "--x--\r\n") => ({
  type,
  body: before + piece.repeat(Math.floor((FULL - before.length) / piece.length)) + after,
});
const FULL_FORMS = [
  full(URLENCODED, "a=1&", "", ""),
  full(URLENCODED, "%00", "", ""),
  full(MULTIPART, formPart("a", "")),
  full(MULTIPART, formPart("files", "", "")),
  full(MULTIPART, formPart("$ACTION_REF_1", "")),
  full(MULTIPART, formPart("$ACTION_1:0", "[]"), formPart("$ACTION_REF_1", "")),
  full(MULTIPART, "X: y\r\n", "--x\r\n", "\r\n--x--\r\n"),
  full(MULTIPART, "\r\n--", formPart("a", "")),
  full(MULTIPART, "--x\r\n", ""),
  full(MULTIPART, "[", `${formPart("$ACTION_REF_1", "")}${formPart("$ACTION_1:0", "").trimEnd()}\r\n\r\n`),
  full("text/plain", "[", "", ""),
  full("text/plain", '"$1",', "[", "1]"),
];

/** A form as it is sent by a page, or broken on its way. */
const form = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...FULL_FORMS) },
  {
    weight: 10,
    arbitrary: fields.map((all) => ({
      type: URLENCODED,
      body: all.map(({ name, value }) => `${encoded(name)}=${encoded(value.toWellFormed())}`).join("&"),
    })),
  },
  {
    weight: 10,
    arbitrary: fc.record({ all: fields, kept: fc.constantFrom(1, 1, 1, 0.9, 0.5) }).map(({ all, kept }) => {
      const parts = all.map(({ name, value, file }) => formPart(name, value, file));
      const whole = `${parts.join("")}--x--\r\n`;
      return { type: MULTIPART, body: whole.slice(0, whole.length * kept) };
    }),
  },
);

const headers = (origin: string) =>
  fc.record(
    {
      Origin: fc.oneof(
        { weight: 6, arbitrary: fc.constant(origin) },
        { weight: 1, arbitrary: fc.constantFrom("null", "http://evil.example", "not an origin") },
      ),
      "Content-Type": fc.constantFrom(
        "application/json",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "*/*;q=nonsense",
      ),
      "If-Match": fc.constantFrom('"0"', '"1"', "1", "*", '"-1"', '"999999999999"', "nonsense", ""),
      "Idempotency-Key": fc.oneof(fc.uuid(), fc.constantFrom("", "mine", "'; --")),
      Cookie: fc.constantFrom("theme=dark", "theme=%00", "theme=<script>", `a=${"b".repeat(3000)}`),
      // What the pages' own forms send.
      "Next-Action": fc.constantFrom("00".repeat(21), "x", "__proto__", "40".repeat(21)),
      Accept: fc.constantFrom("*/*", "text/x-component", "application/json"),
      "Accept-Language": fc.constantFrom("", "x".repeat(500)),
      "X-Forwarded-Host": fc.constantFrom("evil.example", ""),
      "X-Forwarded-For": fc.constantFrom("127.0.0.1, evil", ""),
    },
    { requiredKeys: [] },
  );

/** Requests to every route there is, with what exists mixed with what does not, and nothing that could be stored. */
export function hostileRequests({
  origin,
  pages,
  routes,
  known,
}: {
  origin: string;
  /** Patterns such as `/[organization]/units/[unit]`. */
  pages: readonly string[];
  routes: readonly string[];
  /** Parts that exist, by the name of their place. */
  known: Readonly<Record<string, readonly string[]>>;
}): fc.Arbitrary<HostileRequest> {
  const pathOf = (pattern: string) =>
    fc
      .tuple(
        ...pattern.split("/").map((piece) => {
          const name = /^\[(?:\.\.\.)?(.+)\]$/.exec(piece)?.[1];
          return name === undefined ? fc.constant(piece) : part(known[name] ?? ["1"]);
        }),
      )
      .map((parts) => parts.join("/") || "/");
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    {
      weight: 2,
      arbitrary: fc
        .array(
          fc.tuple(
            fc.constantFrom(
              "by",
              "measure",
              "sort",
              "find",
              "page",
              "chosen",
              "whatIf",
              "paper",
              "from",
              "_rsc",
              "x[y]",
            ),
            fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "grapheme", maxLength: 20 })),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${encoded(value)}`).join("&")}`),
    },
  );
  // The routes read what is sent; a page shows itself whatever is.
  const path = fc.oneof(
    { weight: 1, arbitrary: fc.oneof(...pages.map(pathOf)) },
    { weight: 2, arbitrary: fc.oneof(...routes.map(pathOf)) },
  );
  const read = fc.record({
    method: fc.constantFrom("GET", "HEAD"),
    path,
    query,
    headers: headers(origin),
    body: fc.constant(null),
  });
  const write = fc.record({
    method: fc.constantFrom("POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
    path,
    query,
    headers: headers(origin),
    body,
  });
  const post = fc
    .record({ path, query, headers: headers(origin), form })
    .map(({ form: { type, body }, headers: others, ...rest }) => ({
      method: "POST",
      ...rest,
      headers: { ...others, Origin: origin, "Content-Type": type },
      body,
    }));
  return fc
    .oneof({ weight: 1, arbitrary: read }, { weight: 2, arbitrary: write }, { weight: 2, arbitrary: post })
    .map(({ path: place, query: asked, ...rest }) => ({ ...rest, path: place + asked }));
}
