import "server-only";
import { groupBy } from "@/lib/grouping/group-by";
import { registerId } from "@/lib/organization-file/register-id";
import type {
  FileAssessment,
  FileItem,
  FilePlan,
  FileRegister,
  FileResult,
  FileUnit,
} from "@/lib/organization-file/schema";
import type { Member } from "../auth/member";
import type { Prisma } from "../db/generated/client";
import type { Transaction } from "../db/transaction";
import { toAnswerState, toMarkedSuitability, toStoredAssessment, WITH_VERSION } from "./interchange";

/** What is stored, in the shapes of the organization's file. */

const PAGE = 20;

const FULL = { ...WITH_VERSION, answers: true, result: true } as const satisfies Prisma.AssessmentInclude;

/** In the order of their ids. */
export async function readFileUnits({ organizationId }: Member, tx: Transaction): Promise<FileUnit[]> {
  const rows = await tx.unit.findMany({
    where: { organizationId },
    orderBy: { id: "asc" },
    omit: { organizationId: true },
  });
  return rows.map((row) => ({
    ...row,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** In the order of their ids, a page at a time: not all of an organization is held at once. */
export async function* readFileAssessments(
  { organizationId }: Member,
  tx: Transaction,
  filter: Prisma.AssessmentWhereInput = {},
): AsyncGenerator<FileAssessment & { frameworkVersionId: string }> {
  for (let after = ""; ; ) {
    const rows = await tx.assessment.findMany({
      where: { AND: [filter, { organizationId, id: { gt: after } }] },
      include: FULL,
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const row of rows) yield toFileAssessment(row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function toFileAssessment(row: Prisma.AssessmentGetPayload<{ include: typeof FULL }>) {
  const { unitName, ...stored } = toStoredAssessment(row, "");
  const answers = row.answers.map(toAnswerState).map(({ question, updatedAt, ...state }) => {
    return [question, { ...state, updatedAt: updatedAt.toISOString() }] as const;
  });
  const marks = Object.entries(toMarkedSuitability(row).marks).map(([key, { revision, savedAt }]) => {
    return [key, { revision, savedAt }] as const;
  });
  return {
    ...stored,
    suitabilityMarks: Object.fromEntries(marks),
    acceptedActions: [...stored.acceptedActions],
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
    submittedAt: stored.submittedAt?.toISOString() ?? null,
    answers: Object.fromEntries(answers),
    result: row.result && {
      inputHash: row.result.inputHash,
      computedAt: row.result.computedAt.toISOString(),
      content: row.result.content as FileResult["content"],
    },
  };
}

const WITH_UNITS = {
  units: { select: { unitId: true, assessmentId: true, name: true }, orderBy: { unitId: "asc" } },
} as const satisfies Prisma.PlanInclude;

/** In the order of their ids, a page at a time. */
export async function* readFilePlans(
  { organizationId }: Member,
  tx: Transaction,
  filter: Prisma.PlanWhereInput = {},
): AsyncGenerator<FilePlan & { frameworkVersionId: string }> {
  for (let after = ""; ; ) {
    const rows = await tx.plan.findMany({
      where: { AND: [filter, { organizationId, id: { gt: after } }] },
      include: WITH_UNITS,
      omit: { organizationId: true, brief: true },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const row of rows) {
      yield {
        ...row,
        status: row.status as FilePlan["status"],
        signedOffAt: row.signedOffAt?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        request: row.request as unknown as FilePlan["request"],
        content: row.content as unknown as FilePlan["content"],
      };
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** In the order of units and risks. */
export async function readFileRegisters(
  { organizationId }: Member,
  tx: Transaction,
  filter: Prisma.RiskEntryWhereInput = {},
): Promise<FileRegister[]> {
  const rows = await tx.riskEntry.findMany({
    where: { AND: [filter, { organizationId }] },
    omit: { id: true, organizationId: true },
    orderBy: [{ unitId: "asc" }, { risk: "asc" }, { revision: "asc" }],
  });
  return [...groupBy(rows, registerId).values()].map((own) => ({
    unitId: own[0]?.unitId ?? "",
    risk: own[0]?.risk ?? "",
    entries: own.map(({ unitId, risk, treatment, createdAt, ...entry }) => ({
      ...entry,
      treatment: treatment as FileRegister["entries"][number]["treatment"],
      createdAt: createdAt.toISOString(),
    })),
  }));
}

/** In the order of their ids. */
export async function readFileInventory(
  { organizationId }: Member,
  tx: Transaction,
  filter: Prisma.InventoryItemWhereInput = {},
): Promise<FileItem[]> {
  const rows = await tx.inventoryItem.findMany({
    where: { AND: [filter, { organizationId }] },
    omit: { organizationId: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as FileItem["kind"],
    stage: row.stage as FileItem["stage"],
    serves: row.serves as string[],
    value: row.value as FileItem["value"],
    riskClass: row.riskClass as FileItem["riskClass"],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
