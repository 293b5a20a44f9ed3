import "server-only";
import { type FilePlan, plans as inFile } from "@/lib/organization-file/tables/plans";
import { briefOf } from "@/lib/planning/reading/plan-brief";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import type { Member } from "../../auth/member";
import type { Prisma } from "../../db/generated/client";
import { inPieces } from "../../db/pieces";
import type { Transaction } from "../../db/transaction";
import { compare } from "./compare";
import type { Chosen, OwnedTable, Surroundings } from "./owned-table";

const PAGE = 20;

const WITH_UNITS = {
  units: { select: { unitId: true, assessmentId: true, name: true }, orderBy: { unitId: "asc" } },
} as const satisfies Prisma.PlanInclude;

/** Plans outlive the units that they were made from: none goes with them. */
const idsOf = (chosen: Chosen) => ({ in: "units" in chosen ? [] : chosen.ids });

/** In the order of their ids, a page at a time. */
async function* read({ organizationId }: Member, tx: Transaction, chosen?: Chosen) {
  for (let after = ""; ; ) {
    const rows = await tx.plan.findMany({
      where: { organizationId, id: { gt: after, ...(chosen && idsOf(chosen)) } },
      include: WITH_UNITS,
      omit: { organizationId: true, brief: true },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const { frameworkVersionId, ...row } of rows) {
      const plan: FilePlan = {
        ...row,
        status: row.status as FilePlan["status"],
        signedOffAt: row.signedOffAt?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        request: row.request as unknown as FilePlan["request"],
        content: row.content as unknown as FilePlan["content"],
      };
      yield { row: plan, frameworkVersionId };
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function add(member: Member, plans: readonly FilePlan[], { versions }: Surroundings, tx: Transaction) {
  const { organizationId } = member;
  const { report, fresh } = await compare(plans, read(member, tx), {
    idOf: inFile.idOf,
    nameOf: ({ name }) => name,
  });
  for (const { index, units, request, content, ...plan } of fresh) {
    const frameworkVersionId = versions.get(request.framework);
    if (frameworkVersionId === undefined)
      throw new AssessmentError(`plans[${index}].request.framework`, "one of the frameworks of the file");
    await tx.plan.create({
      data: {
        ...plan,
        organizationId,
        frameworkVersionId,
        brief: briefOf(request, content) as unknown as Prisma.InputJsonObject,
        request: request as unknown as Prisma.InputJsonObject,
        content: content as unknown as Prisma.InputJsonObject,
      },
      select: { id: true },
    });
    await tx.planUnit.createMany({
      data: units.map((unit) => ({ ...unit, organizationId, planId: plan.id })),
    });
  }
  return report;
}

async function remove({ organizationId }: Member, chosen: Chosen, tx: Transaction) {
  await tx.plan.deleteMany({ where: { organizationId, id: idsOf(chosen) } });
}

async function removeSample(member: Member, units: ReadonlySet<string>, tx: Transaction) {
  const sources = await tx.planUnit.findMany({
    where: { organizationId: member.organizationId },
    select: { planId: true, unitId: true },
  });
  const own = new Set(sources.map(({ planId }) => planId));
  for (const { planId, unitId } of sources) if (!units.has(unitId)) own.delete(planId);
  for (const ids of inPieces([...own])) await remove(member, { ids }, tx);
}

export const plans: OwnedTable<"plans"> = { read, add, remove, count: async () => ({}), removeSample };
