import "server-only";
import { DELETION_PERMISSIONS } from "@/lib/deletion/kinds";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../../auth/member";
import { db } from "../../db/client";
import { emptyContent, takeOut } from "./deletion-content";
import { keepDeletion } from "./kept-deletion";

export type DeletePlanOutcome = "deleted" | "forbidden" | "not-found";

export async function deletePlan(member: Member, id: string, now: Date): Promise<DeletePlanOutcome> {
  if (!can(member.role, DELETION_PERMISSIONS.plan)) return "forbidden";
  return db.$transaction(async (tx) => {
    const content = emptyContent();
    await takeOut("plans", { member, chosen: { ids: [id] }, content }, tx);
    const [plan] = content.plans;
    if (!plan) return "not-found";
    await keepDeletion(member, { kind: "plan", name: plan.name, content }, now, tx);
    return "deleted";
  });
}
