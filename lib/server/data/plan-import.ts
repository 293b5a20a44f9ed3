import "server-only";
import { type Comparison, sortOut } from "@/lib/organization-file/report";
import type { FilePlan } from "@/lib/organization-file/schema";
import { briefOf } from "@/lib/planning/plan-brief";
import { AssessmentError } from "@/lib/scoring/assessment-error";
import type { Member } from "../auth/member";
import type { Prisma } from "../db/generated/client";
import type { Transaction } from "../db/transaction";
import { hashOf } from "./canonical-json";
import { readFilePlans } from "./organization-rows";

/**
 * Adds the plans of a file that are not here, inside a transaction of an import. `versions` are the ids of frameworks
 * by `key@version`.
 * @throws AssessmentError for the first that does not fit; the transaction must not be committed then
 */
export async function addPlans(
  member: Member,
  plans: readonly FilePlan[],
  versions: ReadonlyMap<string, string>,
  tx: Transaction,
): Promise<Comparison> {
  const { organizationId } = member;
  const hashes = new Map<string, string>();
  for await (const { frameworkVersionId, ...plan } of readFilePlans(member, tx)) {
    hashes.set(plan.id, hashOf(plan));
  }
  const { report, fresh } = sortOut(plans, { hashes, hashOf }, ({ name }) => name);
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
