import { PlanList } from "@/components/planning/plan-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { can } from "@/lib/permissions/can";
import { requireMember } from "@/lib/server/auth/member";
import { listPlans } from "@/lib/server/data/plans";
import { titled } from "../title";

export const generateMetadata = titled("Plans");

export default async function PlansPage({ params }: PageProps<"/[organization]/plans">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const plans = await listPlans(member);
  const make = can(member.role, "plan:edit") ? (
    <ButtonLink href={`/${organization}/plans/new`}>Make a plan</ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader
        title="Plans"
        lead="From the gaps of submitted assessments to dated work, with people and cost."
        actions={plans.length > 0 ? make : null}
      />
      {plans.length > 0 ? (
        <PlanList organization={organization} plans={plans} />
      ) : (
        <EmptyState title="No plan yet" actions={make}>
          A plan takes units with a submitted assessment to the verdict you ask for: which approach, what to
          do first, who does it when, what it costs, and what does not fit. It takes two minutes to make.
        </EmptyState>
      )}
    </>
  );
}
