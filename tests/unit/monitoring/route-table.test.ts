import { expect, test } from "vitest";
import { routeOf } from "@/lib/monitoring/route-table";

const rules = [
  { pattern: "/metrics", matches: /^\/metrics$/ },
  { pattern: "/[organization]", matches: /^\/([^/]+?)$/ },
];

test.each([
  ["/metrics", "/metrics"],
  ["/acme", "/[organization]"],
  ["/_next/static/chunks/acme.js", "asset"],
  ["/a/b/c", "unmatched"],
])("%s is counted as %s", (pathname, pattern) => {
  expect(routeOf(rules, pathname)).toBe(pattern);
});
