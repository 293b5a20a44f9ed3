import "server-only";
import { subtreeIds } from "@/lib/units/tree";
import type { Member } from "../../auth/member";
import type { Transaction } from "../../db/transaction";

/** Ids of a unit and of all below it, archived ones too: they go along when it is deleted. Null when it is not there. */
export async function idsOfSubtree(
  { organizationId }: Member,
  id: string,
  tx: Transaction,
): Promise<string[] | null> {
  const units = await tx.unit.findMany({
    where: { organizationId },
    select: { id: true, parentId: true, name: true },
  });
  return units.some((unit) => unit.id === id) ? [...subtreeIds(units, id)] : null;
}
