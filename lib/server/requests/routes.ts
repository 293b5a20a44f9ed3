import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type RouteRule, routeOf } from "../../monitoring/route-table";

const rules = z.array(z.object({ page: z.string(), regex: z.string() }));
const manifestSchema = z.object({ staticRoutes: rules, dynamicRoutes: rules });

let known: readonly RouteRule[] | undefined;

/** The route pattern that Next answers an address with. */
export function routePattern(address: string): string {
  known ??= readRules();
  // As it came over the wire it may be no address at all, such as `//`.
  const base = "http://127.0.0.1";
  return routeOf(known, URL.canParse(address, base) ? new URL(address, base).pathname : "");
}

/** From what the build wrote; empty while developing, where it is not written yet. */
function readRules(): readonly RouteRule[] {
  try {
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), ".next/routes-manifest.json");
    const { staticRoutes, dynamicRoutes } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
      pattern: page,
      matches: new RegExp(regex),
    }));
  } catch {
    return [];
  }
}
