import "server-only";
import { DELETION_PERMISSIONS } from "@/lib/deletion/kinds";
import { FILE_TABLES, LAST_FIRST } from "@/lib/organization-file/tables";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../../auth/member";
import { db } from "../../db/client";
import { PATIENT } from "../../db/transaction";
import { emptyContent, takeOut } from "./deletion-content";
import { idsOfSubtree } from "./ids-of-subtree";
import { keepDeletion } from "./kept-deletion";

export type DeleteUnitOutcome = "deleted" | "forbidden" | "not-found";

/** With all below it, and what goes with them. */
export async function deleteUnit(member: Member, id: string, now: Date): Promise<DeleteUnitOutcome> {
  if (!can(member.role, DELETION_PERMISSIONS.unit)) return "forbidden";
  return db.$transaction(async (tx) => {
    const units = await idsOfSubtree(member, id, tx);
    if (!units) return "not-found";
    const content = emptyContent();
    for (const key of LAST_FIRST) {
      if (FILE_TABLES[key].unitOf) await takeOut(key, { member, chosen: { units }, content }, tx);
    }
    const name = content.units.find((unit) => unit.id === id)?.name ?? "";
    await keepDeletion(member, { kind: "unit", name, content }, now, tx);
    return "deleted";
  }, PATIENT);
}
