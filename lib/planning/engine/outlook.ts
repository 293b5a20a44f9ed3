import type { Framework, Infrastructure, Pitfall } from "../../framework/types";
import { plannedLevel } from "../../gap-analysis/planned-level";
import type { Assessment } from "../../scoring/assessment";
import type { CapabilityState } from "../../scoring/capability-state";
import type { RiskResult } from "../../scoring/result";
import type { Plan, PlanItem } from "../plan";
import { plannedResult } from "./planned-unit";
import { type UnitWork, workOf } from "./unit-work";

/** Met today, met by the plan, nearer by the plan, or left as it is. */
export const OUTLOOK_STATUSES = ["met", "planned", "partly", "open"] as const;
export type OutlookStatus = (typeof OUTLOOK_STATUSES)[number];

export type CapabilityOutlook = {
  key: string;
  /** Null while it is not known. */
  levelNow: number | null;
  levelPlanned: number | null;
  required: number;
  status: OutlookStatus;
  /** What the plan does for it, by first week. */
  items: readonly PlanItem[];
};

export type InfrastructureOutlook = {
  key: Infrastructure;
  readinessNow: number | null;
  readinessPlanned: number | null;
  status: OutlookStatus;
  capabilities: readonly CapabilityOutlook[];
};

export type RiskOutlook = {
  key: string;
  now: RiskResult;
  /** With everything placed done. */
  planned: RiskResult;
  /** Its mitigations that the plan does, by first week. */
  items: readonly PlanItem[];
  /** Keys of mitigations still ahead that it does not. */
  missing: readonly string[];
};

export type PitfallOutlook = {
  key: Pitfall;
  risk: RiskOutlook;
  status: OutlookStatus;
  /** The capabilities that guard against it and fall short of what is required today, the weightiest first. */
  evidence: readonly CapabilityOutlook[];
};

export type UnitOutlook = {
  unit: string;
  infrastructures: readonly InfrastructureOutlook[];
  /** The worst today first, as in the result. */
  risks: readonly RiskOutlook[];
  pitfalls: readonly PitfallOutlook[];
};

/** What becomes of a unit's infrastructures, risks and pitfalls by a plan: the same scoring, with the levels it reaches. */
export function outlookOf(framework: Framework, assessment: Assessment, plan: Plan): UnitOutlook {
  const unit = assessment.unit.name;
  const work = workOf(framework, assessment);
  const items = plan.items.filter((item) => item.unit === unit);
  const planned = plannedResult(
    framework,
    work,
    items.map(({ action }) => action),
  );
  const capabilities = new Map(
    work.states
      .filter(({ status }) => status !== "excluded")
      .map((state) => [state.capability.key, capabilityOutlook(state, items)]),
  );
  const risks = work.now.risks.flatMap((now): RiskOutlook[] => {
    const after = planned.risks.find(({ key }) => key === now.key);
    return after
      ? [{ key: now.key, now, planned: after, ...mitigationsOf(framework, work, now.key, items) }]
      : [];
  });
  return {
    unit,
    infrastructures: work.now.infrastructures.flatMap((before): InfrastructureOutlook[] => {
      const own = before.capabilities.flatMap((capability) => capabilities.get(capability) ?? []);
      if (own.length === 0) return [];
      const after = planned.infrastructures.find(({ key }) => key === before.key);
      const status = together(own.map((capability) => capability.status));
      const readiness = { readinessNow: before.readiness, readinessPlanned: after?.readiness ?? null };
      return [{ key: before.key, ...readiness, status, capabilities: own }];
    }),
    risks,
    pitfalls: risks.flatMap((risk) => pitfallOutlook(framework, risk, capabilities)),
  };
}

function mitigationsOf(
  { risks }: Framework,
  { steps }: UnitWork,
  risk: string,
  items: readonly PlanItem[],
): Pick<RiskOutlook, "items" | "missing"> {
  const keys = new Set(risks.find(({ key }) => key === risk)?.mitigations);
  const own = items.filter(({ action }) => keys.has(action));
  const done = new Set(own.map(({ action }) => action));
  return { items: own, missing: [...steps.keys()].filter((key) => keys.has(key) && !done.has(key)) };
}

function capabilityOutlook(state: CapabilityState, items: readonly PlanItem[]): CapabilityOutlook {
  const { capability, level, required } = state;
  const own = items.filter((item) => item.capability === capability.key);
  const reached = plannedLevel(state, new Set(own.map(({ action }) => action)));
  const levelPlanned = own.length === 0 ? level : reached;
  return {
    key: capability.key,
    levelNow: level,
    levelPlanned,
    required,
    status: statusOf(level, levelPlanned, required),
    items: own,
  };
}

function statusOf(level: number | null, planned: number | null, required: number): OutlookStatus {
  if (level !== null && level >= required) return "met";
  if (planned !== null && planned >= required) return "planned";
  return (planned ?? 1) > (level ?? 1) ? "partly" : "open";
}

/** Of several: the least of them, but partly where any of them comes nearer. */
function together(statuses: readonly OutlookStatus[]): OutlookStatus {
  if (statuses.every((status) => status === "met")) return "met";
  if (statuses.every((status) => status === "met" || status === "planned")) return "planned";
  return statuses.some((status) => status === "planned" || status === "partly") ? "partly" : "open";
}

function pitfallOutlook(
  { risks }: Framework,
  risk: RiskOutlook,
  capabilities: ReadonlyMap<string, CapabilityOutlook>,
): PitfallOutlook[] {
  const found = risks.find(({ key }) => key === risk.key);
  if (!found?.pitfall) return [];
  const guards = [...found.contributors]
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ capability }) => capabilities.get(capability) ?? []);
  return [
    {
      key: found.pitfall,
      risk,
      status: together(guards.map(({ status }) => status)),
      evidence: guards.filter(({ status }) => status !== "met"),
    },
  ];
}
