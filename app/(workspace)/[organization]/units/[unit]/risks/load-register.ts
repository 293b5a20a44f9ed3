import { cache } from "react";
import { lookUp } from "@/lib/framework/lookup";
import { can } from "@/lib/permissions/can";
import { outlookOf, type RiskOutlook } from "@/lib/planning/outlook";
import { currentFramework, readFramework } from "@/lib/server/data/frameworks";
import { findPlan, listPlans } from "@/lib/server/data/plans";
import { findResult, listUnitResults } from "@/lib/server/data/results";
import { listRiskEntries } from "@/lib/server/data/risk-register";
import { loadUnit } from "../load-unit";

/** The risks of a unit by its latest result and its last changed plan, with what was decided; read once a request. */
export const loadRegister = cache(async (organization: string, unitId: string) => {
  const { member, unit } = await loadUnit(organization, unitId);
  const [[latest], [listed], entries, { framework }] = await Promise.all([
    listUnitResults(member, unitId),
    listPlans(member, { unitId }),
    listRiskEntries(member, unitId),
    currentFramework(),
  ]);
  const found = latest ? await findResult(member, latest.assessmentId) : null;
  const stored = listed ? await findPlan(member, listed.id) : null;
  const planned = stored ? await outlookIn(stored, unitId) : null;
  const risks = (found?.result.risks ?? []).map((now) => ({
    now,
    /** Null without a plan for the unit. */
    outlook: planned?.risks.find(({ key }) => key === now.key) ?? null,
    /** The latest first. */
    entries: entries.get(now.key) ?? [],
  }));
  return {
    member,
    unit,
    risks,
    stored,
    lookup: lookUp(framework),
    framework,
    mayEdit: can(member.role, "risk:edit") && unit.archivedAt === null,
  };
});

async function outlookIn(
  stored: NonNullable<Awaited<ReturnType<typeof findPlan>>>,
  unitId: string,
): Promise<{ risks: readonly RiskOutlook[] } | null> {
  const name = stored.sources.find((source) => source.unitId === unitId)?.name;
  const assessment = stored.request.assessments.find(({ unit }) => unit.name === name);
  if (!assessment) return null;
  const { framework } = await readFramework(stored.frameworkVersionId);
  return outlookOf(framework, assessment, stored.plan);
}
