import "server-only";
import type { UploadedFile, UploadKind } from "@/lib/import/upload";
import { can } from "@/lib/permissions/permissions";
import { piecesOf } from "@/lib/text/pieces";
import { nextTurn } from "@/lib/turns/next-turn";
import type { Member } from "../auth/member";
import { db } from "../db/client";
import type { Transaction } from "../db/transaction";

/** `unitId`: the unit that all is taken for, instead of those that are named. `uploadId`: what goes with the import. */
export type Manner = {
  mode: "preview" | "import";
  unitId?: string | undefined;
  uploadId?: string | undefined;
};

export type UploadHead = { id: string; kind: UploadKind; fileNames: readonly string[] };
export type Upload = { id: string; kind: UploadKind; files: readonly UploadedFile[] };

export type SaveUploadResult = { outcome: "saved"; id: string } | { outcome: "forbidden" };

/** Of the JSON of the files, in UTF-16 units: another one's answer waits while one part is written. */
const PART = 500_000;

/** After that long nobody stores parts of it any more: the thread that did was ended. */
const ABANDONED_MS = 60 * 60 * 1000;

/** Keeps files until they are imported; those of the same kind that were waiting go. */
export async function saveUpload(
  member: Member,
  { kind, files }: Omit<Upload, "id">,
  now: Date,
): Promise<SaveUploadResult> {
  if (!can(member.role, "data:import")) return { outcome: "forbidden" };
  const { organizationId } = member;
  const fileNames = files.map(({ name }) => name);
  const parts = piecesOf(JSON.stringify(files), PART);
  const data = { organizationId, kind, fileNames, createdAt: now };
  const { id } = await db.upload.create({ data, select: { id: true } });
  try {
    for (const [number, text] of parts.entries()) {
      await nextTurn();
      const part = { organizationId, uploadId: id, number, text };
      await db.uploadPart.create({ data: part, select: { number: true } });
    }
    await db.$transaction(async (tx) => {
      const abandoned = { complete: false, createdAt: { lt: new Date(now.getTime() - ABANDONED_MS) } };
      await tx.upload.deleteMany({ where: { organizationId, OR: [{ kind, complete: true }, abandoned] } });
      await tx.upload.update({ where: { id }, data: { complete: true } });
    });
  } catch (error) {
    await db.upload.deleteMany({ where: { id, organizationId } });
    throw error;
  }
  return { outcome: "saved", id };
}

/** What was sent, without its content, which may be long. */
export async function findUploadHead(member: Member, id: string): Promise<UploadHead | null> {
  const row = await db.upload.findFirst({
    where: { id, organizationId: member.organizationId, complete: true },
    select: { id: true, kind: true, fileNames: true },
  });
  return row && { id, kind: row.kind as UploadKind, fileNames: row.fileNames as string[] };
}

export async function findUpload(member: Member, id: string): Promise<Upload | null> {
  const head = await findUploadHead(member, id);
  if (!head) return null;
  const { organizationId } = member;
  const parts = await db.uploadPart.findMany({
    where: { organizationId, uploadId: id },
    select: { text: true },
    orderBy: { number: "asc" },
  });
  // It may have gone just now.
  if (parts.length === 0) return null;
  const files: UploadedFile[] = JSON.parse(parts.map(({ text }) => text).join(""));
  return { id, kind: head.kind, files };
}

/** Ends an upload in the transaction that imports it: it is gone when, and only when, what it held is here. */
export async function spendUpload(
  { organizationId }: Member,
  id: string | undefined,
  tx: Transaction,
): Promise<void> {
  if (id !== undefined) await tx.upload.deleteMany({ where: { id, organizationId } });
}

export type DiscardUploadOutcome = "discarded" | "forbidden" | "not-found";

export async function discardUpload(member: Member, id: string): Promise<DiscardUploadOutcome> {
  if (!can(member.role, "data:import")) return "forbidden";
  const { count } = await db.upload.deleteMany({ where: { id, organizationId: member.organizationId } });
  return count === 1 ? "discarded" : "not-found";
}
