import "server-only";
import { DELETION_PERMISSIONS, type DeletionKind } from "@/lib/deletion/kinds";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../../auth/member";
import type { Prisma } from "../../db/generated/client";
import type { Transaction } from "../../db/transaction";
import type { Content } from "./deletion-content";

type NewDeletion = { kind: DeletionKind; name: string; content: Content };

export async function keepDeletion(
  { organizationId }: Member,
  { kind, name, content }: NewDeletion,
  now: Date,
  tx: Transaction,
): Promise<void> {
  const data = { organizationId, kind, name, content: content as unknown as Prisma.InputJsonObject };
  await tx.deletion.create({ data: { ...data, deletedAt: now }, select: { id: true } });
}

/** Who may delete something may also bring it back. */
export async function findDeletion({ organizationId, role }: Member, id: string, tx: Transaction) {
  // Who may delete nothing is not told what is there.
  if (!Object.values(DELETION_PERMISSIONS).some((permission) => can(role, permission))) return "forbidden";
  const row = await tx.deletion.findFirst({ where: { id, organizationId } });
  if (!row) return "not-found";
  return can(role, DELETION_PERMISSIONS[row.kind as DeletionKind]) ? row : "forbidden";
}
