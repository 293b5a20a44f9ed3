import "server-only";
import { BOUNDS } from "@/lib/bounds/bounds";
import type { BoundedList } from "@/lib/bounds/words";
import type { Member } from "../auth/member";
import type { Transaction } from "../db/transaction";

/** How many more of a list the organization may have; below 0 where it has too many since before there was a bound. */
export async function roomFor(
  { organizationId }: Member,
  list: BoundedList,
  tx: Transaction,
): Promise<number> {
  const where = { organizationId };
  const counts: Record<BoundedList, () => Promise<number>> = {
    units: () => tx.unit.count({ where }),
    assessments: () => tx.assessment.count({ where }),
    plans: () => tx.plan.count({ where }),
    registers: () => tx.riskEntry.count({ where: { ...where, revision: 1 } }),
    items: () => tx.inventoryItem.count({ where }),
  };
  return BOUNDS[list] - (await counts[list]());
}
