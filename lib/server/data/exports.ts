import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { ComparisonFile } from "@/lib/exports/comparison-file";
import { exportedBefore } from "@/lib/exports/retention";
import { can } from "@/lib/permissions/permissions";
import type { Member } from "../auth/member";
import { db } from "../db/client";

export type ExportStatus = "waiting" | "ready" | "failed";

export type Export = {
  id: string;
  fileName: string;
  /** Null: everything. */
  comparison: ComparisonFile | null;
  status: ExportStatus;
  /** Assessments written, of how many, or units with a comparison; both 0 before it is begun. */
  done: number;
  total: number;
  fault: string | null;
  createdAt: Date;
};

const SELECT = {
  id: true,
  fileName: true,
  comparison: true,
  status: true,
  done: true,
  total: true,
  fault: true,
  createdAt: true,
} as const;

const toExport = (row: Omit<Export, "status" | "comparison"> & { status: string; comparison: unknown }) => ({
  ...row,
  comparison: row.comparison as ComparisonFile | null,
  status: row.status as ExportStatus,
});

/** The last asked for first. */
export async function listExports({ organizationId }: Member, now: Date): Promise<Export[]> {
  const rows = await db.export.findMany({
    where: { organizationId, createdAt: { gte: exportedBefore(now) } },
    select: SELECT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(toExport);
}

export async function findExport({ organizationId }: Member, id: string): Promise<Export | null> {
  const row = await db.export.findFirst({ where: { id, organizationId }, select: SELECT });
  return row && toExport(row);
}

export type RequestExportOutcome = "requested" | "forbidden";

/** Asks for a file. One that is waiting already is enough: its file holds what is there when it is begun. */
export async function requestExport(
  { organizationId, role }: Member,
  { fileName, comparison }: Pick<Export, "fileName" | "comparison">,
  now: Date,
): Promise<RequestExportOutcome> {
  if (!can(role, "data:export")) return "forbidden";
  return db.$transaction(async (tx): Promise<RequestExportOutcome> => {
    const where = { organizationId, status: "waiting", done: 0 };
    const waiting = await tx.export.findMany({ where, select: { comparison: true } });
    if (waiting.some((one) => isDeepStrictEqual(one.comparison, comparison))) return "requested";
    const data = { organizationId, fileName, status: "waiting", createdAt: now };
    await tx.export.create({ data: { ...data, ...(comparison && { comparison }) } });
    return "requested";
  });
}

export type RemoveExportOutcome = "removed" | "forbidden" | "not-found";

/** Whoever writes it notices, and stops. */
export async function removeExport(
  { organizationId, role }: Member,
  id: string,
): Promise<RemoveExportOutcome> {
  if (!can(role, "data:export")) return "forbidden";
  const { count } = await db.export.deleteMany({ where: { id, organizationId } });
  return count === 1 ? "removed" : "not-found";
}

/** The one that waits longest, of any organization, with who it is for. */
export async function nextExport(): Promise<(Export & { member: Member }) | null> {
  const row = await db.export.findFirst({
    where: { status: "waiting" },
    select: { ...SELECT, organization: { select: { id: true, slug: true, name: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (!row) return null;
  const { organization, ...asked } = row;
  const { id, slug, name } = organization;
  const member = { userId: "export", organizationId: id, organizationSlug: slug, organizationName: name };
  return { ...toExport(asked), member: { ...member, role: "viewer" } };
}

type Change =
  | { done: number; total: number }
  | { status: "ready" }
  | { status: "failed"; fault: string | null };

/** False when it was removed meanwhile. */
export async function changeExport(id: string, change: Change, now: Date): Promise<boolean> {
  const finishedAt = "status" in change ? now : null;
  const { count } = await db.export.updateMany({ where: { id }, data: { ...change, finishedAt } });
  return count === 1;
}

/** Ids of all that has or will have a file; what is older than it is kept goes. */
export async function keptExports(now: Date): Promise<Set<string>> {
  await db.export.deleteMany({ where: { createdAt: { lt: exportedBefore(now) } } });
  const rows = await db.export.findMany({ select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
