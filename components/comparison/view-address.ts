import {
  createLoader,
  createParser,
  createSerializer,
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type SearchParams,
} from "nuqs/server";
import { parseAsId } from "@/components/address/parse-as-id";
import { GROUPINGS, MEASURES, OVERALL } from "@/lib/comparison/figures";
import { CHOSEN_MAX, NAME, type Sort, type View } from "@/lib/comparison/view";
import { BANDS, OUTCOMES } from "@/lib/scoring/result";
import { firstOf } from "@/lib/text/length";

/** A view of the comparison in the address: `?by=capabilities&verdict=notReady&verdict=ready&sort=overall.asc`. */

const parseAsSort = createParser<Sort>({
  parse(text) {
    const [, column, direction] = /^([a-z][a-z-]{0,63})\.(asc|desc)$/.exec(text) ?? [];
    return column && direction ? { column, direction: direction === "asc" ? "asc" : "desc" } : null;
  },
  serialize: ({ column, direction }) => `${column}.${direction}`,
  eq: (a, b) => a.column === b.column && a.direction === b.direction,
});

export const viewParsers = {
  find: parseAsString.withDefault(""),
  units: parseAsNativeArrayOf(parseAsString),
  under: parseAsId,
  verdict: parseAsNativeArrayOf(parseAsStringLiteral(OUTCOMES)),
  band: parseAsNativeArrayOf(parseAsStringLiteral(BANDS)),
  by: parseAsStringLiteral(GROUPINGS).withDefault("areas"),
  measure: parseAsStringLiteral(MEASURES).withDefault("readiness"),
  sort: parseAsSort,
  chosen: parseAsNativeArrayOf(parseAsString),
  page: parseAsInteger.withDefault(1),
};

const FIND_MAX = 200;

const load = createLoader(viewParsers);

/** What cannot be read is as if it were not there. */
export async function readView(searchParams: Promise<SearchParams> | URLSearchParams): Promise<View> {
  const view = searchParams instanceof URLSearchParams ? load(searchParams) : await load(searchParams);
  const chosen = [...new Set(view.chosen)].slice(0, CHOSEN_MAX);
  return { ...view, find: firstOf(view.find.trim(), FIND_MAX), page: Math.max(1, view.page), chosen };
}

const serialize = createSerializer(viewParsers);

/** `?…`, or empty when all is as by default. */
export function viewQuery(view: Partial<View>): string {
  return serialize(view);
}

/** The same view by other columns; a sort by a column that is then not there is dropped. */
export function regrouped(view: View, by: View["by"]): View {
  const stays = view.sort?.column === NAME || view.sort?.column === OVERALL;
  return { ...view, by, sort: stays ? view.sort : null, page: 1 };
}
