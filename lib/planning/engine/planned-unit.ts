import { evaluate } from "../../evaluation/evaluate";
import { type TriedLevels, withLevels } from "../../evaluation/what-if";
import type { Framework, Level } from "../../framework/types";
import { plannedLevel } from "../../gap-analysis/planned-level";
import type { Assessment } from "../../scoring/assessment";
import type { Result } from "../../scoring/result";
import type { PlannedUnit, TargetVerdict } from "../plan";
import { reachesTarget } from "./target";
import type { UnitWork } from "./unit-work";

/** The unit's figures today, and rescored with every capability at the level that its placed actions reach. */
export function planUnit(
  framework: Framework,
  work: UnitWork,
  placed: readonly string[],
  target: TargetVerdict | null,
): PlannedUnit {
  const { now } = work;
  const planned = plannedResult(framework, work, placed);
  return {
    name: work.assessment.unit.name,
    readinessNow: now.readiness.value,
    readinessPlanned: planned.readiness.value,
    verdictNow: now.verdict.outcome,
    verdictPlanned: planned.verdict.outcome,
    remains: reachesTarget(planned.verdict.outcome, target)
      ? []
      : planned.verdict.reasons.map(({ text }) => text),
  };
}

/** The result of a unit when these actions are done and nothing else has changed. */
export function plannedResult(
  framework: Framework,
  work: Pick<UnitWork, "assessment" | "states">,
  placed: readonly string[],
): Result {
  return evaluate(framework, plannedAssessment(framework, work, placed));
}

/** As if the questions of each capability that the actions raise were answered with the level they reach. */
function plannedAssessment(
  framework: Framework,
  { assessment, states }: Pick<UnitWork, "assessment" | "states">,
  placed: readonly string[],
): Assessment {
  const accepted = new Set(placed);
  const raised = states.flatMap((state): [string, Level][] => {
    const level = plannedLevel(state, accepted);
    return state.status !== "excluded" && level > (state.level ?? 1)
      ? [[state.capability.key, level as Level]]
      : [];
  });
  const tried: TriedLevels = Object.fromEntries(raised);
  return withLevels(framework, assessment, tried);
}
