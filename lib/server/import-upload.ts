import "server-only";
import type { ImportAnswer } from "@/lib/import/answer";
import { oneFault } from "@/lib/import/faults";
import type { UploadKind } from "@/lib/import/upload";
import type { Member } from "./auth/member";
import type { UploadHead } from "./data/uploads";
import type { Manner } from "./import";
import { beside } from "./workers/beside";
import { ENDED_WORDS } from "./workers/ended-words";
import type { TakenUpload } from "./workers/upload-tasks";

/** Files are read, looked at and imported in a thread beside: whatever they hold, everybody else is answered. */

/** Keeps files that were sent, until they are imported. */
export async function takeUpload(
  member: Member,
  { kind, files }: { kind: UploadKind; files: readonly File[] },
  now: Date,
): Promise<TakenUpload> {
  const sent = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const { value, ended } = await beside("takeUpload", { member, kind, files: sent, now });
  return ended ? { outcome: "refused", fault: ENDED_WORDS[ended] } : value;
}

/** Imports an upload, which then is gone, or says what that would do. */
export async function importUpload(
  member: Member,
  { id, fileNames }: UploadHead,
  manner: Manner,
  now: Date,
): Promise<ImportAnswer> {
  const { value, ended } = await beside("importUpload", { member, id, manner, now });
  if (!ended) return value;
  return { outcome: "refused", ...oneFault(fileNames.join(", "), ENDED_WORDS[ended]) };
}
