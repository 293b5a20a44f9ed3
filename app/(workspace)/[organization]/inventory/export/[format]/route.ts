import type { NextRequest } from "next/server";
import { z } from "zod";
import { readInventoryView } from "@/components/inventory/inventory-address";
import { formatIsoDay } from "@/lib/format/date";
import { inventoryCsv } from "@/lib/inventory/inventory-table";
import { filterItems, sortItems, unitsOf } from "@/lib/inventory/view";
import { fileName } from "@/lib/report/file-name";
import { findMember } from "@/lib/server/auth/member";
import { listInventory } from "@/lib/server/data/inventory";
import { listUnits } from "@/lib/server/data/units";
import { fileResponse } from "@/lib/server/file-response";
import { handled } from "@/lib/server/handled";
import { inventoryXlsx } from "@/lib/server/inventory-xlsx";
import { invalidQuery, notFound } from "@/lib/server/problem";

const querySchema = z.object({ format: z.enum(["csv", "xlsx"], "one of csv, xlsx") });

type Context = RouteContext<"/[organization]/inventory/export/[format]">;

/** What the query string shows of the inventory, as a table that can be imported again. */
export const GET = handled(async (request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, format } = await params;
  const query = querySchema.safeParse({ format });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  if (!member) return notFound("No such organization.");
  const [view, units, items] = await Promise.all([
    readInventoryView(request.nextUrl.searchParams),
    listUnits(member),
    listInventory(member),
  ]);
  const now = new Date();
  const names = new Map(unitsOf(units, view).map(({ id, name }) => [id, name]));
  const shown = filterItems(items, view, formatIsoDay(now)).filter(({ unitId }) => names.has(unitId));
  const table = { items, shown: sortItems(shown), unitNames: names };
  const body = query.data.format === "csv" ? inventoryCsv(table) : await inventoryXlsx(table, now);
  return fileResponse(body, { name: fileName(member.organizationName, "inventory", now, query.data.format) });
});
