"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { UploadFormState } from "@/components/import/upload-form";
import type { ActionFormState } from "@/components/ui/action-form";
import { BOUNDS } from "@/lib/bounds/bounds";
import { TOO_LARGE, UPLOAD_KINDS, type UploadKind } from "@/lib/import/upload";
import { can } from "@/lib/permissions/can";
import { discardUpload, findUploadHead } from "@/lib/server/data/uploads";
import { importUpload, takeUpload } from "@/lib/server/import-upload";
import { memberAction } from "@/lib/server/member-action";

const uploadSchema = z.object({
  kind: z.enum(UPLOAD_KINDS),
  // A form without a file sends an empty one.
  files: z
    .array(z.instanceof(File, { error: "Choose a file." }))
    .transform((files) => files.filter(({ size }) => size > 0))
    .pipe(
      z
        .array(z.instanceof(File))
        .min(1, "Choose a file.")
        .max(BOUNDS.uploadFiles, `Choose at most ${BOUNDS.uploadFiles} files.`)
        .refine((files) => files.reduce((sum, { size }) => sum + size, 0) <= BOUNDS.uploadBytes, TOO_LARGE),
    ),
});

const upload = memberAction(uploadSchema, async (member, { kind, files }) => {
  if (!can(member.role, "data:import")) return "forbidden";
  const saved = await takeUpload(member, { kind, files }, new Date());
  if (saved.outcome !== "saved") return saved.outcome === "refused" ? saved.fault : saved.outcome;
  return redirect(`/${member.organizationSlug}/settings/import/${saved.id}`);
});

const FORBIDDEN = "Only an owner may import.";
const GONE = "These files are no longer here: they were imported, discarded or replaced. Send them again.";

export async function uploadAction(
  organization: string,
  kind: UploadKind,
  _before: UploadFormState,
  form: FormData,
): Promise<UploadFormState> {
  const state = await upload(organization, { kind, files: form.getAll("files") });
  if (state.status === "invalid") return { error: Object.values(state.fields)[0] ?? null };
  if (state.status === "idle") return { error: null };
  return { error: state.outcome === "forbidden" ? FORBIDDEN : state.outcome };
}

const uploadIdSchema = z.object({ id: z.string() });
const importSchema = uploadIdSchema.extend({ unitId: z.string().optional() });

const runUpload = memberAction(importSchema, async (member, { id, unitId }) => {
  const upload = await findUploadHead(member, id);
  if (!upload) return "not-found";
  const { outcome } = await importUpload(member, upload, { mode: "import", unitId }, new Date());
  if (outcome !== "imported") return outcome === "forbidden" ? outcome : "refused";
  return redirect(`/${member.organizationSlug}/settings/import?done=imported`);
});

const discard = memberAction(uploadIdSchema, async (member, { id }) => {
  const outcome = await discardUpload(member, id);
  if (outcome === "forbidden") return outcome;
  return redirect(`/${member.organizationSlug}/settings/import?done=discarded`);
});

const IMPORT_FAILURES = {
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
