import { expect, test } from "vitest";
import { formatDay, formatIsoDay } from "@/lib/format/date";

test("days are those of UTC, for people and as ISO 8601 has them", () => {
  const date = new Date("2026-11-24T23:59:59.999Z");
  expect([formatDay(date), formatIsoDay(date)]).toEqual(["Nov 24, 2026", "2026-11-24"]);
  expect(formatIsoDay(new Date("0001-01-01T00:00:00Z"))).toBe("0001-01-01");
});

test("what is no date is said to be none", () => {
  const none = new Date("+275760-09-12T00:00:00Z").getTime() + 8.64e15;
  expect([formatDay(new Date(none)), formatIsoDay(new Date(none))]).toEqual(["no date", "no date"]);
});
