import { expect, test } from "vitest";
import { inWords } from "../../../scripts/setup/log-lines.mjs";

const line = (level: string, rest: object) =>
  JSON.stringify({ level, time: "2026-11-24T10:00:00.000Z", ...rest });

test("a person at a terminal reads what went wrong in words, and nothing of the daily round", () => {
  const failed = line("error", {
    reference: "1a2b3c4d",
    route: "/[organization]",
    error: { type: "TypeError", at: ["node_modules/zod/v4/core/core.js:1", "lib/units/tree.ts:12"] },
    msg: "Unexpected error",
  });
  expect(inWords(failed)).toMatch(
    /^\d\d:00:00 error: Unexpected error · Reference 1a2b3c4d · \/\[organization\] · TypeError · at lib\/units\/tree\.ts:12$/,
  );
  expect(inWords(line("error", { fault: "the disk is full", msg: "The daily backup failed" }))).toMatch(
    / error: The daily backup failed · the disk is full$/,
  );
  expect(inWords(line("warn", { msg: "Slow" }))).toMatch(/ warn: Slow$/);
  expect(inWords(line("info", { msg: "Request" }))).toBeNull();
});

test.each(["FATAL ERROR: heap out of memory", '{"level":'])("%s is passed on as it is", (text) => {
  expect(inWords(text)).toBe(text);
});
