import "server-only";
import { deletedBefore } from "@/lib/deletion/retention";
import type { Member } from "../../auth/member";
import { db } from "../../db/client";
import { findDeletion } from "./kept-deletion";

export type ForgetDeletionOutcome = "forgotten" | "forbidden" | "not-found";

/** Deletes for good. */
export async function forgetDeletion(member: Member, id: string): Promise<ForgetDeletionOutcome> {
  return db.$transaction(async (tx) => {
    const found = await findDeletion(member, id, tx);
    if (typeof found === "string") return found;
    await tx.deletion.deleteMany({ where: { id, organizationId: member.organizationId } });
    return "forgotten";
  });
}

/** Deletes for good, in every organization, what can no longer be restored. */
export async function forgetOutdatedDeletions(now: Date): Promise<void> {
  await db.deletion.deleteMany({ where: { deletedAt: { lt: deletedBefore(now) } } });
}
