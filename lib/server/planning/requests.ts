import "server-only";
import type { Framework } from "@/lib/framework/types";
import { frameworkName } from "@/lib/framework/version";
import { changed, type PlanChange, withAssessments, withOptions } from "@/lib/planning/changes/plan-change";
import { distinctNames } from "@/lib/planning/distinct-names";
import type { Plan, PlanRequest } from "@/lib/planning/plan";
import type { PlanOptions } from "@/lib/planning/requests/plan-form";
import type { Member } from "../auth/member";
import type { FrameworkVersion } from "../data/frameworks";
import { listSubmitted, type PlanSource, type StoredPlan } from "../data/plans";
import { listStandings, type UnitStandings } from "../data/results";
import { listUnits, type Unit } from "../data/units";
import { beside } from "../workers/beside";
import { ENDED_WORDS } from "../workers/ended-words";
import { orFault } from "./or-fault";

/** The plan that comes of a request, made beside, or why none can, in words. */
export async function tryPlan(
  framework: Framework,
  request: PlanRequest,
): Promise<{ plan: Plan } | { fault: string }> {
  const { value, ended } = await beside("plan", { framework, request });
  return ended ? { fault: ENDED_WORDS[ended] } : value;
}

export type NewRequest = { request: PlanRequest; sources: PlanSource[] };

/** The request for units, each by its latest submitted assessment. Null when that of one is not of this version. */
export async function newRequest(
  member: Member,
  unitIds: readonly string[],
  options: PlanOptions,
  version: FrameworkVersion,
): Promise<NewRequest | null> {
  const [units, standings] = await Promise.all([listUnits(member), listStandings(member)]);
  const chosen = new Set(unitIds);
  const latest = standings.filter(({ unitId }) => chosen.has(unitId));
  const submitted = await listSubmitted(
    member,
    latest.map((standing) => standing.latest.assessmentId),
  );
  const fitting = submitted.filter(({ frameworkVersionId }) => frameworkVersionId === version.id);
  if (fitting.length < chosen.size) return null;
  const byUnit = new Map(fitting.map((one) => [one.unitId, one]));
  const ordered = units.flatMap(({ id }) => byUnit.get(id) ?? []);
  const names = distinctNames(ordered.map(({ unitId }) => namesOf(units, unitId)));
  const named = ordered.map(({ assessment, ...source }, place) => {
    const name = names[place] ?? assessment.unit.name;
    return { source: { ...source, name }, assessment: { ...assessment, unit: { ...assessment.unit, name } } };
  });
  const { targetPhase: _, ...asked } = options;
  const request = {
    ...asked,
    framework: frameworkName(version.framework),
    assessments: named.map(({ assessment }) => assessment),
    locked: [],
    dropped: [],
    assigned: [],
    metrics: [],
    stakeholders: [],
  };
  return { request: withOptions(request, options), sources: named.map(({ source }) => source) };
}

function namesOf(units: readonly Unit[], id: string) {
  const unit = units.find((one) => one.id === id);
  return {
    name: unit?.name ?? id,
    parentName: units.find((one) => one.id === unit?.parentId)?.name ?? null,
  };
}

/** The sources of a plan whose units have submitted again since, with their latest assessments. */
export function newerSources(
  { sources }: Pick<StoredPlan, "sources">,
  standings: readonly UnitStandings[],
): PlanSource[] {
  const latest = new Map(standings.map((standing) => [standing.unitId, standing.latest.assessmentId]));
  return sources.flatMap((source) => {
    const assessmentId = latest.get(source.unitId);
    return assessmentId === undefined || assessmentId === source.assessmentId
      ? []
      : [{ ...source, assessmentId }];
  });
}

/** A plan's request and sources with the latest assessment of each unit that has a newer one by the same framework. */
async function renewed(
  member: Member,
  framework: Framework,
  plan: StoredPlan,
): Promise<{ request: PlanRequest; sources: readonly PlanSource[] }> {
  const newer = newerSources(plan, await listStandings(member));
  const submitted = await listSubmitted(
    member,
    newer.map(({ assessmentId }) => assessmentId),
  );
  const fitting = new Map(
    submitted
      .filter(({ frameworkVersionId }) => frameworkVersionId === plan.frameworkVersionId)
      .map((one) => [one.unitId, one]),
  );
  const sources = plan.sources.map((source) => ({
    ...source,
    assessmentId: fitting.get(source.unitId)?.assessmentId ?? source.assessmentId,
  }));
  const units = new Map(sources.map(({ name, unitId }) => [name, unitId]));
  const assessments = plan.request.assessments.map((assessment) => {
    const found = fitting.get(units.get(assessment.unit.name) ?? "")?.assessment;
    if (!found) return assessment;
    const unit = { ...found.unit, name: assessment.unit.name };
    return { ...found, unit, targetPhase: assessment.targetPhase };
  });
  return { request: withAssessments(framework, plan.request, assessments), sources };
}

/** What stands beside the plan: its actions and their weeks do not follow from it. */
const PLANS_NOTHING: ReadonlySet<PlanChange["do"]> = new Set([
  "metric",
  "stakeholder",
  "activities",
  "removeStakeholder",
]);

export type ChangedPlan = { request: PlanRequest; plan: Plan; sources: readonly PlanSource[] };

/** What a change would make of a plan, or why it cannot be, in words. Stores nothing. */
export async function tryChange(
  member: Member,
  framework: Framework,
  stored: StoredPlan,
  change: PlanChange,
): Promise<ChangedPlan | { fault: string }> {
  const next =
    change.do === "renew"
      ? await renewed(member, framework, stored)
      : orFault(framework, stored.request, () => ({
          request: changed(stored.request, change),
          sources: stored.sources,
        }));
  if ("fault" in next) return next;
  if (PLANS_NOTHING.has(change.do)) return { ...next, plan: stored.plan };
  const made = await tryPlan(framework, next.request);
  return "fault" in made ? made : { ...next, ...made };
}
