import "server-only";
import type { Framework } from "@/lib/framework/types";
import { outlookOf, type UnitOutlook } from "@/lib/planning/engine/outlook";
import type { Register } from "@/lib/risk-register/register";
import type { Member } from "../auth/member";
import { currentFramework, type FrameworkVersion, namedFramework } from "../data/frameworks";
import { findPlan, listPlans, type StoredPlan } from "../data/plans";
import { findResult, listUnitResults, type StoredBrief } from "../data/results";
import { listRiskEntries } from "../data/risk-register";
import type { Unit } from "../data/units";

/**
 * The risks of a unit by its latest result, with what was decided, and its last changed plan: of those made with the
 * same framework version, as actions of another lower other risks.
 */
export async function readRegister(
  member: Member,
  unit: Pick<Unit, "id" | "name">,
): Promise<Register & { stored: StoredPlan | null }> {
  const [[latest], entries] = await Promise.all([
    listUnitResults(member, unit.id),
    listRiskEntries(member, unit.id),
  ]);
  const { id: frameworkVersionId, framework } = await frameworkOf(latest);
  const [listed] = await listPlans(member, { unitId: unit.id, frameworkVersionId });
  const found = latest ? await findResult(member, latest.assessmentId) : null;
  const stored = listed ? await findPlan(member, listed.id) : null;
  const planned = stored ? outlookIn(framework, stored, unit.id) : null;
  const risks = (found?.result.risks ?? []).map((now) => ({
    now,
    outlook: planned?.risks.find(({ key }) => key === now.key) ?? null,
    entries: entries.get(now.key) ?? [],
  }));
  return { unitName: unit.name, framework, planName: stored?.name ?? null, risks, stored };
}

/** The version whose risks stand in a unit's register: that of its latest result, the app's own before the first. */
export async function frameworkOfRegister(member: Member, unitId: string): Promise<FrameworkVersion> {
  const [latest] = await listUnitResults(member, unitId);
  return frameworkOf(latest);
}

function frameworkOf(latest: StoredBrief | undefined): Promise<FrameworkVersion> {
  return latest ? namedFramework(latest.result.framework) : currentFramework();
}

function outlookIn(framework: Framework, stored: StoredPlan, unitId: string): UnitOutlook | null {
  const name = stored.sources.find((source) => source.unitId === unitId)?.name;
  const assessment = stored.request.assessments.find(({ unit }) => unit.name === name);
  return assessment ? outlookOf(framework, assessment, stored.plan) : null;
}
