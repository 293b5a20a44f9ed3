import "server-only";
import type { PlanFile } from "@/lib/planning/plan-table";
import type { Member } from "../auth/member";
import { readFramework } from "../data/frameworks";
import { findPlan } from "../data/plans";

/** A stored plan with all that its files are made from. Null when it is not there. */
export async function findPlanFile(member: Member, id: string): Promise<PlanFile | null> {
  const stored = await findPlan(member, id);
  if (!stored) return null;
  const { framework } = await readFramework(stored.frameworkVersionId);
  const { signedOffBy: by, signedOffAt: at } = stored;
  return { ...stored, framework, signedOff: by && at ? { by, at } : null };
}
