import "server-only";
import { DELETION_PERMISSIONS } from "@/lib/deletion/kinds";
import { assessmentName } from "@/lib/organization-file/report";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../../auth/member";
import { db } from "../../db/client";
import { emptyContent, takeOut } from "./deletion-content";
import { keepDeletion } from "./kept-deletion";

export type DeleteDraftOutcome = "deleted" | "forbidden" | "not-found" | "submitted";

/** Of an assessment that is not submitted, on hold or not. */
export async function deleteDraft(member: Member, id: string, now: Date): Promise<DeleteDraftOutcome> {
  if (!can(member.role, DELETION_PERMISSIONS.draft)) return "forbidden";
  return db.$transaction(async (tx) => {
    const draft = await tx.assessment.findFirst({
      where: { id, organizationId: member.organizationId },
      select: { status: true, unit: { select: { name: true } } },
    });
    if (!draft) return "not-found";
    if (draft.status === "submitted") return "submitted";
    const content = emptyContent();
    await takeOut("assessments", { member, chosen: { ids: [id] }, content }, tx);
    const [assessment] = content.assessments;
    const name = assessment ? assessmentName(draft.unit.name, assessment) : draft.unit.name;
    await keepDeletion(member, { kind: "draft", name, content }, now, tx);
    return "deleted";
  });
}
