import "server-only";
import type { UploadedFile, UploadKind } from "@/lib/import/upload";
import { can } from "@/lib/permissions/can";
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

/** Keeps files until they are imported; those of the same kind that were waiting go. */
export async function saveUpload(
  member: Member,
  { kind, files }: Omit<Upload, "id">,
  now: Date,
): Promise<SaveUploadResult> {
  if (!can(member.role, "data:import")) return { outcome: "forbidden" };
  const { organizationId } = member;
  return db.$transaction(async (tx) => {
    await tx.upload.deleteMany({ where: { organizationId, kind } });
    const data = {
      organizationId,
      kind,
      fileNames: files.map(({ name }) => name),
      files: [...files],
      createdAt: now,
    };
    const { id } = await tx.upload.create({ data, select: { id: true } });
    return { outcome: "saved", id };
  });
}

/** What was sent, without its content, which may be long. */
export async function findUploadHead(member: Member, id: string): Promise<UploadHead | null> {
  const row = await db.upload.findFirst({
    where: { id, organizationId: member.organizationId },
    select: { id: true, kind: true, fileNames: true },
  });
  return row && { id, kind: row.kind as UploadKind, fileNames: row.fileNames as string[] };
}

export async function findUpload(member: Member, id: string): Promise<Upload | null> {
  const row = await db.upload.findFirst({ where: { id, organizationId: member.organizationId } });
  return row && { id, kind: row.kind as UploadKind, files: row.files as UploadedFile[] };
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
