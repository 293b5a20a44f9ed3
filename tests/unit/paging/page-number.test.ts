import { expect, test } from "vitest";
import { pageNumber } from "@/lib/paging/page-number";

test.each([
  ["3", 3],
  ["2.9", 2],
  [undefined, 1],
  ["", 1],
  ["0", 1],
  ["-4", 1],
  ["many", 1],
  [["4"], 4],
  [["4", "5"], 1],
  ["Infinity", 1_000_000],
  ["1e300", 1_000_000],
])("%j asks for page %d", (asked, page) => {
  expect(pageNumber(asked)).toBe(page);
});
