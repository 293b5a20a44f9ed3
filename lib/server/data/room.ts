import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import type { BoundedList } from "@/lib/bounds/words";
import type { Member } from "../auth/member";
import { STORED_TABLES } from "../db/stored-tables";
import type { Transaction } from "../db/transaction";

/** How many more of a list the organization may have; below 0 where it has too many since before there was a bound. */
export async function roomFor(
  { organizationId }: Member,
  list: BoundedList,
  tx: Transaction,
): Promise<number> {
  return BOUNDS[list] - (await STORED_TABLES[list].count(organizationId, tx));
}
