import { notFound } from "next/navigation";
import { cache } from "react";
import type { PlanView } from "@/components/planning/plan-view";
import { lookUp } from "@/lib/framework/lookup";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { readFramework } from "@/lib/server/data/frameworks";
import { findPlan } from "@/lib/server/data/plans";

/** The plan of the address, and what its parts look things up in; read once for page and title. */
export const loadPlan = cache(async (organization: string, id: string) => {
  const member = await requireMember(organization);
  const stored = await findPlan(member, id);
  if (!stored) return notFound();
  const { framework } = await readFramework(stored.frameworkVersionId);
  const mayEdit = stored.status === "draft" && can(member.role, "plan:edit");
  const { request, plan } = stored;
  const view: PlanView = { organization, id, framework, lookup: lookUp(framework), request, plan, mayEdit };
  return { member, stored, view };
});
