import {
  createLoader,
  createParser,
  createSerializer,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type SearchParams,
} from "nuqs/server";
import { GROUPINGS, MEASURES, OVERALL } from "@/lib/comparison/figures";
import { CHOSEN_MAX, NAME, type Sort, type View } from "@/lib/comparison/view";
import { BANDS, OUTCOMES } from "@/lib/scoring/result";

/** A view of the comparison in the address: `?by=capabilities&verdict=notReady&verdict=ready&sort=overall.asc`. */

const parseAsSort = createParser<Sort>({
  parse(text) {
    const [, column, direction] = /^([a-z][a-z-]{0,63})\.(asc|desc)$/.exec(text) ?? [];
    return column && direction ? { column, direction: direction === "asc" ? "asc" : "desc" } : null;
  },
  serialize: ({ column, direction }) => `${column}.${direction}`,
  eq: (a, b) => a.column === b.column && a.direction === b.direction,
});

/** A form without script sends an empty choice along. */
const parseAsId = createParser({ parse: (text) => text || null, serialize: (id: string) => id });

export const viewParsers = {
  units: parseAsNativeArrayOf(parseAsString),
  under: parseAsId,
  verdict: parseAsNativeArrayOf(parseAsStringLiteral(OUTCOMES)),
  band: parseAsNativeArrayOf(parseAsStringLiteral(BANDS)),
  by: parseAsStringLiteral(GROUPINGS).withDefault("areas"),
  measure: parseAsStringLiteral(MEASURES).withDefault("readiness"),
  sort: parseAsSort,
  chosen: parseAsNativeArrayOf(parseAsString),
};

const load = createLoader(viewParsers);

/** What cannot be read is as if it were not there. */
export async function readView(searchParams: Promise<SearchParams> | URLSearchParams): Promise<View> {
  const view = searchParams instanceof URLSearchParams ? load(searchParams) : await load(searchParams);
  return { ...view, chosen: [...new Set(view.chosen)].slice(0, CHOSEN_MAX) };
}

const serialize = createSerializer(viewParsers);

/** `?…`, or empty when all is as by default. */
export function viewQuery(view: Partial<View>): string {
  return serialize(view);
}

/** The same view by other columns; a sort by a column that is then not there is dropped. */
export function regrouped(view: View, by: View["by"]): View {
  const stays = view.sort?.column === NAME || view.sort?.column === OVERALL;
  return { ...view, by, sort: stays ? view.sort : null };
}
