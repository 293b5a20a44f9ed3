import fc from "fast-check";
import { expect, test } from "vitest";
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

test("reads what JSON.parse reads", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test("passes over a byte order mark", () => {
  expect(parseJson('\uFEFF{ "a": 1 }')).toEqual({ a: 1 });
});

test("a key that stands twice in one object is a fault, by any spelling", () => {
  expect(fault('{ "a": 1, "a": 1 }')).toBe("a: expected each key once");
  expect(fault('{ "a": [{}, { "b": 1, "\\u0062": 2 }] }')).toBe("a[1].b: expected each key once");
  expect(fault('{ "a": { "b": 1 }, "c": { "b": 2 } }')).toBeNull();
});

test("any repeated key is found, however deep", () => {
  const object = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 });
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

test("names the line and column of what is not JSON", () => {
  expect(fault('{\n  "a": 1,\n}')).toBe("line 3, column 1: expected JSON (PropertyNameExpected)");
  expect(fault("")).toBe("line 1, column 1: expected JSON (ValueExpected)");
  expect(fault("// note\n{}")).toMatch(/^line 1, column 1: expected JSON/);
  expect(fault("{} {}")).toMatch(/^line 1, column 4: expected JSON/);
});

test("a megabyte of brackets is refused, not followed", () => {
  expect(fault("[".repeat(1_000_000))).toBe("expected at most 32 levels of nesting");
  expect(fault('{"a":'.repeat(100_000))).toBe("expected at most 32 levels of nesting");
});

test("any text is JSON or an AssessmentError, never a crash", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json().map((text) => text.slice(0, -1)),
    fc
      .array(fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "-", "tru", "\\", "\u00a0", "\t"))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      if (fault(text) === null) expect(() => JSON.parse(text.replace(/^\uFEFF/, ""))).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
