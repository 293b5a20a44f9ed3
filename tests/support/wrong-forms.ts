import { request as send } from "node:http";
import fc from "fast-check";
import type { Made } from "./bent-tables";
import { damage, damagedBy } from "./bent-uploads";

/** Forms of an upload that no browser would send: bytes, headers and lengths that do not agree. */

const BOUNDARY = "----boundary7";
const DISPOSITION = "Content-Disposition: form-data; name=";
const part = (head: string, value: string) => `--${BOUNDARY}\r\n${head}\r\n\r\n${value}\r\n`;
const field = (name: string, value: string) => part(`${DISPOSITION}"${name}"`, value);
const file = (name: string, value: string, more = "") =>
  part(`${DISPOSITION}"files"; filename="${name}"\r\nContent-Type: text/csv${more}`, value);
const END = `--${BOUNDARY}--\r\n`;

const UNITS = "name\r\nFrom a wrong form\r\n";
const kind = field("kind", "units");
const right = file("units.csv", UNITS);

/** Before the end. */
const BODIES = {
  right: kind + right,
  "no kind": right,
  "no such kind": field("kind", "__proto__") + right,
  "two kinds": kind + field("kind", "organization") + right,
  "a kind that is a file": part(`${DISPOSITION}"kind"; filename="kind"`, "units") + right,
  "files that are text": kind + field("files", UNITS),
  "thousands of fields": kind + field("a", "").repeat(20_000) + right,
  "thousands of kinds": kind.repeat(20_000) + right,
  "thousands of files": kind + right.repeat(5000),
  "thousands of empty files": kind + file("", "").repeat(10_000),
  "a huge field name": kind + field("n".repeat(900_000), "x") + right,
  "a huge file name": kind + file("n".repeat(900_000), UNITS),
  "a huge head": kind + part(`${DISPOSITION}"files"; filename="a"\r\nX: ${"y".repeat(900_000)}`, UNITS),
  "thousands of heads": kind + file("a.csv", UNITS, "\r\nX: y".repeat(20_000)),
  "lines without carriage return": (kind + right).replaceAll("\r\n", "\n"),
  base64: kind + file("a.csv", btoa(UNITS), "\r\nContent-Transfer-Encoding: base64"),
  "a form within": kind + file("a.csv", kind + right + END),
  "a head without a name": kind + part("Content-Disposition: form-data", "x") + right,
  "a name that is never closed": kind + part(`${DISPOSITION}"files; filename="a.csv`, UNITS),
  "a name in another script": kind + part(`${DISPOSITION}"files"; filename*=utf-16'x'%00%ff`, UNITS),
  "a type that is none": kind + file("a.csv", UNITS, "; charset=\u0000\u00ff"),
  "dashes only": "-".repeat(500_000),
  "boundaries only": `--${BOUNDARY}\r\n`.repeat(50_000),
  "almost boundaries": kind + file("a.csv", `\r\n--${BOUNDARY.slice(0, -1)}`.repeat(40_000)),
  nothing: "",
} as const;

const form = "multipart/form-data";
const TYPES = {
  right: `${form}; boundary=${BOUNDARY}`,
  "right, quoted": `${form}; boundary="${BOUNDARY}"; charset=utf-16`,
  "no boundary": form,
  "empty boundary": `${form}; boundary=`,
  "other boundary": `${form}; boundary=other`,
  "long boundary": `${form}; boundary=${"b".repeat(5000)}`,
  "two boundaries": `${form}; boundary=other; boundary=${BOUNDARY}`,
  "boundary with nonsense": `${form}; boundary="\\"(.*)+\\";=`,
  urlencoded: "application/x-www-form-urlencoded",
  JSON: "application/json",
  none: "",
} as const;

const keys = <Key extends string>(of: Readonly<Record<Key, unknown>>) =>
  fc.constantFrom(...(Object.keys(of) as Key[]));

export const wrongForms = fc.record({
  body: keys(BODIES),
  end: fc.constantFrom(END, END, END, ""),
  // Few are as large as an upload may be.
  isLarge: fc.integer({ min: 1, max: 20 }).map((one) => one === 1),
  type: fc.oneof({ weight: 2, arbitrary: fc.constant("right" as const) }, keys(TYPES)),
  damages: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Made<typeof damage>[]>([]) },
    fc.array(damage, { minLength: 1, maxLength: 2 }),
  ),
  length: fc.constantFrom("right", "right", "right", "not said", "too much", "too little"),
  packed: fc.constantFrom(null, null, null, "gzip", "nonsense"),
});
export type WrongForm = Made<typeof wrongForms>;

const LARGE = 30_000_000;
const grown = (body: string) => body.repeat(Math.ceil(LARGE / Math.max(LARGE / 1000, body.length)));

export type Answer = { status: number; location: string | null; body: string };
const HANGS_UP_MS = 300;

/** Null when the sender had gone before there was an answer. */
export function sendWrong(
  url: string,
  { body, end, isLarge, type, damages, length, packed }: WrongForm,
): Promise<Answer | null> {
  const bytes = damages.reduce(
    damagedBy,
    Buffer.from(isLarge ? grown(BODIES[body]) + end : BODIES[body] + end, "latin1"),
  );
  const said = { right: 0, "not said": 0, "too much": 5, "too little": -5 }[length];
  const { hostname, port, pathname, origin } = new URL(url);
  const headers = {
    Origin: origin,
    ...(type !== "none" && { "Content-Type": TYPES[type] }),
    ...(packed && { "Content-Encoding": packed }),
    ...(length === "not said"
      ? { "Transfer-Encoding": "chunked" }
      : { "Content-Length": String(Math.max(0, bytes.length + said)) }),
  };
  return new Promise((resolve, reject) => {
    let gone = false;
    const sent = send(
      { hostname, port, path: pathname, method: "POST", headers, timeout: 90_000 },
      (response) => {
        response.setEncoding("utf8");
        let text = "";
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        const {
          statusCode: status = 0,
          headers: { location = null },
        } = response;
        response.on("end", () => resolve({ status, location, body: text }));
        response.on("error", (error) => (gone ? resolve(null) : reject(error)));
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("no answer")));
    // What was announced and what came differ: either side may end the connection.
    sent.on("error", (error) => (gone || length === "too little" ? resolve(null) : reject(error)));
    sent.end(bytes);
    if (length !== "too much") return;
    setTimeout(() => {
      gone = true;
      sent.destroy();
      resolve(null);
    }, HANGS_UP_MS);
  });
}
