import { writeCsv } from "../csv/write";
import { askedFramework } from "../framework/depth";
import type { Framework } from "../framework/types";
import type { Assessment } from "../scoring/assessment";
import type { Result } from "../scoring/result";

const COLUMNS = [
  "unit",
  "framework",
  "targetPhase",
  "area",
  "areaTitle",
  "capability",
  "capabilityTitle",
  "infrastructure",
  "gating",
  "status",
  "level",
  "required",
  "score",
  "attainment",
  "gap",
  "severity",
  "gain",
  "actions",
] as const;

/** One row a capability, keys and unrounded figures as in the result, empty where undefined. */
export function reportCsv(framework: Framework, assessment: Assessment, result: Result): string {
  const capabilities = new Map(
    askedFramework(framework, assessment.depth).areas.flatMap((area) =>
      area.capabilities.map((capability) => [capability.key, { area, capability }] as const),
    ),
  );
  const actions = new Map(result.gaps.map((gap) => [gap.capability, gap.actions]));
  const rows = result.areas.flatMap(({ key, capabilities: own }) =>
    own.map((figures) => ({
      unit: assessment.unit.name,
      framework: result.framework,
      targetPhase: result.targetPhase,
      area: key,
      areaTitle: capabilities.get(figures.key)?.area.title ?? "",
      capability: figures.key,
      capabilityTitle: capabilities.get(figures.key)?.capability.title ?? "",
      infrastructure: capabilities.get(figures.key)?.capability.infrastructure ?? "",
      gating: capabilities.get(figures.key)?.capability.gating ?? false,
      status: figures.status,
      level: figures.level,
      required: figures.required,
      score: figures.score,
      attainment: figures.attainment,
      gap: figures.gap,
      severity: figures.severity,
      gain: figures.gain,
      actions: actions.get(figures.key)?.join(" ") ?? "",
    })),
  );
  return writeCsv(COLUMNS, rows);
}
