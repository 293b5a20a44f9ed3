import "server-only";
import type { ImportAnswer } from "@/lib/import/answer";
import { oneFault } from "@/lib/import/faults";
import type { UploadKind } from "@/lib/import/upload";
import type { Member } from "../auth/member";
import { discardUpload, findUpload, type SaveUploadResult, saveUpload } from "../data/uploads";
import { type Manner, runImport } from "../import";
import { readUploadedFiles } from "../uploaded-file";

type Sent = {
  member: Member;
  kind: UploadKind;
  files: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
  now: Date;
};

/** `refused` when a file cannot be read, with a sentence that names it. */
export type TakenUpload = SaveUploadResult | { outcome: "refused"; fault: string };

export async function takeUpload({ member, kind, files, now }: Sent): Promise<TakenUpload> {
  const { value, fault } = await readUploadedFiles(files.map(({ name, bytes }) => new File([bytes], name)));
  return value ? saveUpload(member, { kind, files: value }, now) : { outcome: "refused", fault };
}

type Asked = { member: Member; id: string; manner: Manner; now: Date };

export async function importUpload({ member, id, manner, now }: Asked): Promise<ImportAnswer> {
  const upload = await findUpload(member, id);
  if (!upload) return { outcome: "refused", ...oneFault("", "It is no longer here.") };
  const answer = await runImport(member, upload, manner, now);
  if (answer.outcome === "imported") await discardUpload(member, id);
  return answer;
}
