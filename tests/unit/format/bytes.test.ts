import { expect, test } from "vitest";
import { formatBytes } from "@/lib/format/bytes";

test.each([
  [0, "0.0 KB"],
  [400, "0.4 KB"],
  [999_949, "999.9 KB"],
  [999_950, "1.0 MB"],
  [12_345_678, "12.3 MB"],
  [5e15, "5000.0 TB"],
])("%d bytes read %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
