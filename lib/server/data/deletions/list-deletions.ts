import "server-only";
import type { DeletionKind } from "@/lib/deletion/kinds";
import { deletedBefore } from "@/lib/deletion/retention";
import type { Member } from "../../auth/member";
import { db } from "../../db/client";

type Deletion = { id: string; kind: DeletionKind; name: string; deletedAt: Date };

/** What can still be restored, the last deleted first. */
export async function listDeletions({ organizationId }: Member, now: Date): Promise<Deletion[]> {
  const rows = await db.deletion.findMany({
    where: { organizationId, deletedAt: { gte: deletedBefore(now) } },
    select: { id: true, kind: true, name: true, deletedAt: true },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as DeletionKind }));
}
