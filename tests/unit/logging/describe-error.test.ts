import { expect, test } from "vitest";
import { describeError } from "@/lib/logging/describe-error";

const asItIs = (frame: string) => frame;

test("an error is its kind, its code and where it arose, innermost first", () => {
  const error = Object.assign(new RangeError("typed"), { code: "ENOSPC" });
  const { type, code, at } = describeError(error, asItIs);
  expect({ type, code }).toEqual({ type: "RangeError", code: "ENOSPC" });
  expect(at[0]).toMatch(/describe-error\.test\.ts:\d+:\d+\)?$/);
});

test("each place goes through the one who knows the code", () => {
  const { at } = describeError(new Error(), () => "here");
  expect(new Set(at)).toEqual(new Set(["here"]));
});

test.each([
  "typed",
  "typed\n    at typed (typed.ts:1:1)\n    at typed.ts:2:2",
  'Unexpected token, "typed" is not valid JSON',
])("the message stays out: %j", (message) => {
  const error = new Error(message, { cause: new Error(message) });
  expect(JSON.stringify(describeError(error, asItIs))).not.toContain("typed");
});

test("a message changed after the error arose stays out too", () => {
  const error = new Error("typed\nat first");
  error.message = "another";
  expect(JSON.stringify(describeError(error, asItIs))).not.toContain("typed");
});

test("a code that is a sentence stays out", () => {
  const error = Object.assign(new Error(), { code: "typed by somebody" });
  expect(describeError(error, asItIs)).not.toHaveProperty("code");
});

test("a cause of itself ends, and what is no error is only its kind", () => {
  const error = new Error();
  error.cause = error;
  expect(JSON.stringify(describeError(error, asItIs)).match(/"type"/g)).toHaveLength(4);
  expect(describeError("typed", asItIs)).toEqual({ type: "string", at: [] });
});
