import type { Plan, PlanRequest } from "@/lib/planning/plan";
import type { Result } from "@/lib/scoring/result";
import type { Member } from "@/lib/server/auth/member";
import { db } from "@/lib/server/db/client";
import type { Held } from "./every-address";

/** What an organization holds that has pages. */
export async function readHeld({ organizationId }: Member): Promise<Held> {
  const where = { organizationId };
  const [units, assessments, plans, items, decided] = await Promise.all([
    db.unit.findMany({ where, select: { id: true } }),
    db.assessment.findMany({ where, select: { id: true, status: true } }),
    db.plan.findMany({ where, select: { id: true, content: true, request: true } }),
    db.inventoryItem.findMany({ where, select: { id: true } }),
    db.riskEntry.findMany({ where, select: { unitId: true, risk: true } }),
  ]);
  const inUse = await db.unit.findMany({
    where: { ...where, archivedAt: null, assessments: { some: { result: { isNot: null } } } },
    select: { id: true },
  });
  const latest = await db.result.findMany({
    where,
    select: { content: true, assessment: { select: { unitId: true } } },
    orderBy: { assessment: { submittedAt: "desc" } },
  });
  const rated = new Map(
    latest
      .reverse()
      .map(({ content, assessment }) => [assessment.unitId, (content as unknown as Result).risks]),
  );
  const entries = decided.filter(({ unitId, risk }) => rated.get(unitId)?.some(({ key }) => key === risk));
  return {
    units,
    assessments,
    plans: plans.map(({ id, content, request }) => ({
      id,
      content: content as unknown as Plan,
      request: request as unknown as PlanRequest,
    })),
    items,
    entries,
    compared: inUse.map(({ id }) => id),
  };
}
