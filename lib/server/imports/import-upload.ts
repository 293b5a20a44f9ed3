import "server-only";
import { oneFault } from "@/lib/csv/faults";
import type { ImportAnswer } from "@/lib/import/import-answer";
import type { Member } from "../auth/member";
import { findUploadHead, type Manner, type UploadHead } from "../data/uploads";
import { beside } from "../workers/beside";
import { ENDED_WORDS } from "../workers/ended-words";
import type { Done, Ended } from "../workers/lane";
import type { TakenUpload } from "../workers/upload-tasks";

/** Files are read, looked at and imported in a thread beside: whatever they hold, everybody else is answered. */

/** Keeps files that a form sent, until they are imported. Its `body` is gone from here afterwards. */
export function takeUpload(
  member: Member,
  { type, body }: { type: string; body: readonly ArrayBuffer[] },
  now: Date,
): Promise<Done<TakenUpload>> {
  return beside("takeUpload", { member, type, body, now }, body);
}

/** Imports an upload, which then is gone, or says what that would do. `ended` says why it came to no end. */
export async function importUpload(
  member: Member,
  { id, fileNames }: UploadHead,
  manner: Manner,
  now: Date,
): Promise<ImportAnswer & { ended?: Ended }> {
  const { value, ended } = await beside("importUpload", { member, id, manner, now });
  if (!ended) return value;
  // It may have been done just before it was ended.
  const done = manner.mode === "import" && !(await findUploadHead(member, id));
  if (done) return { outcome: "imported", groups: [] };
  return { outcome: "refused", ended, ...oneFault(fileNames.join(", "), ENDED_WORDS[ended]) };
}
