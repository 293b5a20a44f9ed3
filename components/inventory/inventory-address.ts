import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type SearchParams,
} from "nuqs/server";
import { parseAsId } from "@/components/address/parse-as-id";
import { KINDS, RISK_CLASSES, STAGES } from "@/lib/inventory/item";
import type { InventoryView } from "@/lib/inventory/view";
import { firstOf } from "@/lib/text/length";

/** A view of the inventory in the address: `?kind=system&stage=production&concern=true`. */

const parsers = {
  find: parseAsString.withDefault(""),
  unit: parseAsId,
  kind: parseAsStringLiteral(KINDS),
  stage: parseAsStringLiteral(STAGES),
  risk: parseAsStringLiteral([...RISK_CLASSES, "none"] as const),
  concern: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
};

const FIND_MAX = 200;

const load = createLoader(parsers);

/** What cannot be read is as if it were not there. */
export async function readInventoryView(
  searchParams: Promise<SearchParams> | URLSearchParams,
): Promise<InventoryView> {
  const view = searchParams instanceof URLSearchParams ? load(searchParams) : await load(searchParams);
  return { ...view, find: firstOf(view.find.trim(), FIND_MAX), page: Math.max(1, view.page) };
}

/** `?…`, or empty when all is as by default. */
export const inventoryQuery: (view: Partial<InventoryView>) => string = createSerializer(parsers);
