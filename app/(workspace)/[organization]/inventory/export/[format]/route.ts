import type { NextRequest } from "next/server";
import { z } from "zod";
import { readInventoryView } from "@/components/inventory/inventory-address";
import { findMember } from "@/lib/server/auth/member";
import { INVENTORY_FORMATS } from "@/lib/server/files/formats";
import { madeFileResponse } from "@/lib/server/files/made-file-response";
import { handled } from "@/lib/server/requests/handled";
import { invalidQuery, notFound } from "@/lib/server/requests/problem";
import { beside } from "@/lib/server/workers/beside";

const querySchema = z.object({ format: z.enum(INVENTORY_FORMATS, "one of csv, xlsx") });

type Context = RouteContext<"/[organization]/inventory/export/[format]">;

/** What the query string shows of the inventory, as a table that can be imported again. */
export const GET = handled(async (request: NextRequest, { params }: Context): Promise<Response> => {
  const { organization, format } = await params;
  const query = querySchema.safeParse({ format });
  if (!query.success) return invalidQuery(query.error);
  const member = await findMember(organization);
  if (!member) return notFound("No such organization.");
  const view = await readInventoryView(request.nextUrl.searchParams);
  const made = await beside("inventoryFile", { member, view, ...query.data, now: new Date() });
  return madeFileResponse(made, "No such organization.");
});
