import "server-only";
import { z } from "zod";
import { BOUNDS } from "@/lib/bounds/bounds";
import { oneFault } from "@/lib/csv/faults";
import type { ImportAnswer } from "@/lib/import/import-answer";
import { UPLOAD_KINDS } from "@/lib/import/upload";
import type { Member } from "../auth/member";
import { findUpload, type Manner, type SaveUploadResult, saveUpload } from "../data/uploads";
import { runImport } from "../imports/import";
import { readUploadedFiles } from "../imports/uploaded-file";

/** A form as it came: its content type, and its bytes in parts. */
type Sent = { member: Member; type: string; body: readonly ArrayBuffer[]; now: Date };

const formSchema = z.object({
  kind: z.enum(UPLOAD_KINDS, `Say what is imported: ${UPLOAD_KINDS.join(", ")}.`),
  files: z
    .array(z.instanceof(File, { error: "Choose a file." }))
    // A form without a file sends an empty one.
    .transform((files) => files.filter(({ name, size }) => name !== "" || size > 0))
    .pipe(
      z
        .array(z.instanceof(File))
        .min(1, "Choose a file.")
        .max(BOUNDS.uploadFiles, `Choose at most ${BOUNDS.uploadFiles} files.`),
    ),
});

/** `refused` when what was sent holds no files, with what was expected. */
export type TakenUpload = SaveUploadResult | { outcome: "refused"; detail: string };

export async function takeUpload({ member, type, body, now }: Sent): Promise<TakenUpload> {
  const form = await formOf(type, body);
  if (!form) return { outcome: "refused", detail: "What was sent is not what the form sends." };
  const sent = formSchema.safeParse({ kind: form.get("kind"), files: form.getAll("files") });
  if (!sent.success) {
    return { outcome: "refused", detail: sent.error.issues.map(({ message }) => message).join(" ") };
  }
  const { kind, files } = sent.data;
  return saveUpload(member, { kind, files: await readUploadedFiles(files) }, now);
}

async function formOf(type: string, body: readonly ArrayBuffer[]): Promise<FormData | null> {
  try {
    return await new Response(new Blob([...body]), { headers: { "Content-Type": type } }).formData();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

type Asked = { member: Member; id: string; manner: Manner; now: Date };

export async function importUpload({ member, id, manner, now }: Asked): Promise<ImportAnswer> {
  const upload = await findUpload(member, id);
  if (!upload) return { outcome: "refused", ...oneFault("", "It is no longer here.") };
  return runImport(member, upload, { ...manner, uploadId: id }, now);
}
