import "server-only";
import { outlookOf, type UnitOutlook } from "@/lib/planning/outlook";
import type { Register } from "@/lib/risk-register/register";
import type { Member } from "../auth/member";
import { currentFramework, readFramework } from "../data/frameworks";
import { findPlan, listPlans, type StoredPlan } from "../data/plans";
import { findResult, listUnitResults } from "../data/results";
import { listRiskEntries } from "../data/risk-register";
import type { Unit } from "../data/units";

/** The risks of a unit by its latest result and its last changed plan, with what was decided, and that plan. */
export async function readRegister(
  member: Member,
  unit: Pick<Unit, "id" | "name">,
): Promise<Register & { stored: StoredPlan | null }> {
  const [[latest], [listed], entries, { framework }] = await Promise.all([
    listUnitResults(member, unit.id),
    listPlans(member, { unitId: unit.id }),
    listRiskEntries(member, unit.id),
    currentFramework(),
  ]);
  const found = latest ? await findResult(member, latest.assessmentId) : null;
  const stored = listed ? await findPlan(member, listed.id) : null;
  const planned = stored ? await outlookIn(stored, unit.id) : null;
  const risks = (found?.result.risks ?? []).map((now) => ({
    now,
    outlook: planned?.risks.find(({ key }) => key === now.key) ?? null,
    entries: entries.get(now.key) ?? [],
  }));
  return { unitName: unit.name, framework, planName: stored?.name ?? null, risks, stored };
}

async function outlookIn(stored: StoredPlan, unitId: string): Promise<UnitOutlook | null> {
  const name = stored.sources.find((source) => source.unitId === unitId)?.name;
  const assessment = stored.request.assessments.find(({ unit }) => unit.name === name);
  if (!assessment) return null;
  const { framework } = await readFramework(stored.frameworkVersionId);
  return outlookOf(framework, assessment, stored.plan);
}
