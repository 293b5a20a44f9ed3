export type RouteRule = { pattern: string; matches: RegExp };

/** The pattern behind an address, such as `/[organization]/units/[unit]`: it holds no id and nothing typed. */
export function routeOf(rules: readonly RouteRule[], pathname: string): string {
  if (pathname.startsWith("/_next/")) return "asset";
  return rules.find(({ matches }) => matches.test(pathname))?.pattern ?? "unmatched";
}
