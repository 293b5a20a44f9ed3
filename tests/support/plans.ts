import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import type { Framework } from "@/lib/framework/types";
import { newPlanForm, type PlanOptions, planOptionsSchema } from "@/lib/planning/requests/plan-form";
import type { Member } from "@/lib/server/auth/member";
import { currentFramework, type FrameworkVersion } from "@/lib/server/data/frameworks";
import { createPlan } from "@/lib/server/data/plans";
import { newRequest, tryPlan } from "@/lib/server/planning/requests";
import { NOW } from "./organization";

/** What the form asks for when nobody changes it. */
export function planOptions(
  change: Partial<PlanOptions> = {},
  framework: Framework = aiScaling,
): PlanOptions {
  return { ...planOptionsSchema(framework).parse(newPlanForm(framework, [], NOW)), ...change };
}

/** What `createPlan` takes, for units with a submitted assessment. */
export async function madePlan(
  member: Member,
  unitIds: readonly string[],
  name = "Plan",
  options = planOptions(),
  of?: FrameworkVersion,
) {
  const version = of ?? (await currentFramework());
  const asked = await newRequest(member, unitIds, options, version);
  if (!asked) throw new Error("A unit has no submitted assessment.");
  const { request, sources } = asked;
  const made = await tryPlan(version.framework, request);
  if ("fault" in made) throw new Error(made.fault);
  return { name, frameworkVersionId: version.id, request, plan: made.plan, sources };
}

export async function newPlan(member: Member, unitIds: readonly string[], name = "Plan", now = NOW) {
  const created = await createPlan(member, await madePlan(member, unitIds, name), now);
  if (created.outcome !== "created") throw new Error(created.outcome);
  return created.id;
}
