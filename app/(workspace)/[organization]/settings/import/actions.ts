"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionFormState } from "@/components/ui/action-form";
import { discardUpload, findUploadHead } from "@/lib/server/data/uploads";
import { importUpload } from "@/lib/server/imports/import-upload";
import { memberAction } from "@/lib/server/requests/member-action";
import { ENDED_WORDS } from "@/lib/server/workers/ended-words";

const FORBIDDEN = "Only an owner may import.";
const GONE = "These files are no longer here: they were imported, discarded or replaced. Send them again.";

const uploadIdSchema = z.object({ id: z.string() });
const importSchema = uploadIdSchema.extend({ unitId: z.string().optional() });

const runUpload = memberAction(importSchema, async (member, { id, unitId }) => {
  const upload = await findUploadHead(member, id);
  if (!upload) return "not-found";
  const { outcome, ended } = await importUpload(member, upload, { mode: "import", unitId }, new Date());
  if (ended) return ended;
  if (outcome !== "imported") return outcome === "forbidden" ? outcome : "refused";
  return redirect(`/${member.organizationSlug}/settings/import?done=imported`);
});

const discard = memberAction(uploadIdSchema, async (member, { id }) => {
  const outcome = await discardUpload(member, id);
  if (outcome === "forbidden") return outcome;
  return redirect(`/${member.organizationSlug}/settings/import?done=discarded`);
});

const IMPORT_FAILURES = {
  ...ENDED_WORDS,
  forbidden: FORBIDDEN,
  "not-found": GONE,
  refused:
    "Something here has changed meanwhile, and this no longer fits. Nothing was stored. Load the page again to see why.",
} as const;

export async function importAction(
  organization: string,
  id: string,
  unitId: string | undefined,
): Promise<ActionFormState> {
  const state = await runUpload(organization, { id, unitId });
  return { problem: state.status === "done" ? IMPORT_FAILURES[state.outcome] : null };
}

export async function discardAction(organization: string, id: string): Promise<ActionFormState> {
  const state = await discard(organization, { id });
  return { problem: state.status === "done" ? IMPORT_FAILURES[state.outcome] : null };
}
