import fc from "fast-check";
import { expect, test } from "vitest";
import { BOUNDS } from "@/lib/bounds/bounds";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import { parseJson } from "@/lib/scoring/parse-json";

function fault(text: string) {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof AssessmentError) return error.message;
    throw error;
  }
  return null;
}

test("reads what JSON.parse reads, however it is spaced and escaped", () => {
  const spaced = fc
    .tuple(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom("", " ", "\t", "\r\n  "), fc.boolean())
    .map(([value, space, escaped]) => {
      const text = JSON.stringify(value, null, space);
      return escaped ? text.replace(/[^ -~\s]/g, escapeOf) : text;
    });
  fc.assert(
    fc.property(spaced, (text) => {
      fc.pre(!text.includes('"__proto__"'));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

const escapeOf = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

test("passes over a byte order mark", () => {
  expect(parseJson('\uFEFF{ "a": 1 }')).toEqual({ a: 1 });
});

test("a key that stands twice in one object is a fault, by any spelling", () => {
  expect(fault('{ "a": 1, "a": 1 }')).toBe("a: expected each key once");
  expect(fault('{ "a": [{}, { "b": 1, "\\u0062": 2 }] }')).toBe("a[1].b: expected each key once");
  expect(fault('{ "a": { "b": 1 }, "c": { "b": 2 } }')).toBeNull();
});

test("any repeated key is found, however deep", () => {
  const key = fc.string({ minLength: 1 }).filter((text) => text !== "__proto__");
  const object = fc.dictionary(key, fc.jsonValue().filter(hasNoPrototypeKey), { minKeys: 1 });
  fc.assert(
    fc.property(object, fc.array(fc.constantFrom("list", "object"), { maxLength: 5 }), (value, wraps) => {
      const [key] = Object.keys(value);
      const doubled = `${JSON.stringify(value).slice(0, -1)}, ${JSON.stringify(key)}: 0}`;
      const deep = wraps.reduce(
        (text, wrap) => (wrap === "list" ? `[0, ${text}]` : `{ "in": ${text} }`),
        doubled,
      );
      expect(fault(deep)).toMatch(/expected each key once$/);
    }),
  );
});

const hasNoPrototypeKey = (value: unknown) => !JSON.stringify(value).includes('"__proto__"');

test("a key that would be a prototype is a fault, by any spelling", () => {
  expect(fault('{ "a": [{ "__proto__": 1 }] }')).toBe("a[0].__proto__: expected no such key");
  expect(fault('{ "\\u005f_proto__": 1 }')).toBe("__proto__: expected no such key");
});

test.each([
  ['{\n  "a": 1,\n}', "line 3, column 1", "a key in quotes"],
  ["", "line 1, column 1", "a value"],
  ["// note\n{}", "line 1, column 1", "a value"],
  ["{} {}", "line 1, column 4", "nothing more"],
  ['{"a" 1}', "line 1, column 6", "a colon"],
  ['{"a": 1 "b": 2}', "line 1, column 9", "a comma or }"],
  ["[1\n2]", "line 2, column 1", "a comma or ]"],
  ['\r\n["a\nb"]', "line 2, column 4", "a text that ends with a quote on its line"],
  ['["a', "line 1, column 4", "a text that ends with a quote on its line"],
  ['["\\x"]', "line 1, column 3", "an escape such as \\n or \\u00e9"],
  ["[01]", "line 1, column 2", "a value"],
  ["[1.]", "line 1, column 2", "a value"],
  ["[NaN]", "line 1, column 2", "a value"],
])("names the line and column of what is not JSON: %j", (text, place, expected) => {
  expect(fault(text)).toBe(`${place}: expected JSON (${expected})`);
});

test.each<[what: string, text: string, expected: string]>([
  ["values", `[${"0,".repeat(BOUNDS.jsonValues - 1)}0]`, `at most ${BOUNDS.jsonValues} values`],
  [
    "objects and lists",
    `[${"[],".repeat(BOUNDS.jsonContainers)}0]`,
    `at most ${BOUNDS.jsonContainers} objects and lists`,
  ],
  [
    "keys",
    `{${Array.from({ length: BOUNDS.jsonKeys + 1 }, (_, index) => `"${index}":0`).join()}}`,
    `at most ${BOUNDS.jsonKeys} keys`,
  ],
])("too many %s are refused, and as many as may be are read", (_what, text, expected) => {
  expect(fault(text)).toBe(`expected ${expected}`);
  expect(fault(text.replace(/\[\],|0,|"0":0,/, ""))).toBeNull();
});

test("what is large and is nothing takes no memory with it", () => {
  const before = process.memoryUsage().heapUsed;
  const text = " ".repeat(30_000_000);
  expect(fault(text)).toBe("line 1, column 30000001: expected JSON (a value)");
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(150_000_000);
});

test("a megabyte of brackets is refused, not followed", () => {
  expect(fault("[".repeat(1_000_000))).toBe("expected at most 32 levels of nesting");
  expect(fault('{"a":'.repeat(100_000))).toBe("expected at most 32 levels of nesting");
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return true;
  } catch {
    return false;
  }
}

test("any text is JSON for both or for neither, and never a crash", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json().map((text) => text.slice(0, -1)),
    fc
      .array(fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "-", "tru", "\\", "\u00a0", "\t"))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(!text.includes("__proto__"));
      expect(fault(text) === null || /each key once$/.test(fault(text) ?? "")).toBe(isJson(text));
    }),
    { numRuns: 500 },
  );
});
