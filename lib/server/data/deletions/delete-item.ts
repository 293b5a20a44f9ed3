import "server-only";
import { DELETION_PERMISSIONS } from "@/lib/deletion/kinds";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../../auth/member";
import { db } from "../../db/client";
import { emptyContent, takeOut } from "./deletion-content";
import { keepDeletion } from "./kept-deletion";

export type DeleteItemOutcome = "deleted" | "forbidden" | "not-found";

/** Of the inventory. */
export async function deleteItem(member: Member, id: string, now: Date): Promise<DeleteItemOutcome> {
  if (!can(member.role, DELETION_PERMISSIONS.item)) return "forbidden";
  return db.$transaction(async (tx) => {
    const content = emptyContent();
    await takeOut("inventory", { member, chosen: { ids: [id] }, content }, tx);
    const [item] = content.inventory;
    if (!item) return "not-found";
    await keepDeletion(member, { kind: "item", name: item.name, content }, now, tx);
    return "deleted";
  });
}
