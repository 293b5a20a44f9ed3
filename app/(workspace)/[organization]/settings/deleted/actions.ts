"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFormState } from "@/components/ui/action-form";
import { type ForgetDeletionOutcome, forgetDeletion } from "@/lib/server/data/deletions/forget-deletion";
import { type RestoreDeletionOutcome, restoreDeletion } from "@/lib/server/data/deletions/restore-deletion";
import { memberAction } from "@/lib/server/requests/member-action";
import { TOO_DEEP } from "@/lib/units/depth";

const deletionSchema = z.object({ id: z.string() });

const restore = memberAction(deletionSchema, async (member, { id }) => {
  const outcome = await restoreDeletion(member, id, new Date());
  if (outcome !== "restored") return outcome;
  return redirect(`/${member.organizationSlug}/settings/deleted?done=restored`);
});

const forget = memberAction(deletionSchema, async (member, { id }) => {
  const outcome = await forgetDeletion(member, id);
  if (outcome !== "forgotten") return outcome;
  return redirect(`/${member.organizationSlug}/settings/deleted?done=forgotten`);
});

const FORBIDDEN = "You may not change this. Ask an owner of the organization.";
const GONE = "This was restored already, or is deleted for good.";

const RESTORE_FAILURES: Record<Exclude<RestoreDeletionOutcome, "restored">, string> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
  "unit-not-found": "The unit of this draft is deleted too. Restore the unit first.",
  "too-deep": `${TOO_DEEP} It would stand deeper: move the unit above it further up first.`,
  full: "There is no room for it any more. Delete something else first.",
  conflict: "This no longer fits what is here: parts of it were imported meanwhile. Nothing was changed.",
};

const FORGET_FAILURES: Record<Exclude<ForgetDeletionOutcome, "forgotten">, string> = {
  forbidden: FORBIDDEN,
  "not-found": GONE,
};

export async function restoreDeletionAction(organization: string, id: string): Promise<ActionFormState> {
  const state = await restore(organization, { id });
  return { problem: state.status === "done" ? RESTORE_FAILURES[state.outcome] : null };
}

export async function forgetDeletionAction(organization: string, id: string): Promise<ActionFormState> {
  const state = await forget(organization, { id });
  return { problem: state.status === "done" ? FORGET_FAILURES[state.outcome] : null };
}
