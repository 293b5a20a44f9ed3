import { PlanList } from "@/components/planning/plan-list";
import { ButtonLink } from "@/components/ui/button";
import { PagesNavigation } from "@/components/ui/pages-navigation";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { pageNumber } from "@/lib/paging/page-number";
import { pageOf } from "@/lib/paging/page-of";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listPlans } from "@/lib/server/data/plans";
import { titled } from "../title";

export const generateMetadata = titled("Plans");

export default async function PlansPage({ params, searchParams }: PageProps<"/[organization]/plans">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const plans = await listPlans(member);
  const part = pageOf(plans, pageNumber((await searchParams).page));
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
        <div className="flex flex-col gap-4">
          {part.pages > 1 ? (
            <p role="status">
              Plans {part.from} to {part.to} of {plans.length}, the last changed first
            </p>
          ) : null}
          <PlanList organization={organization} plans={part.rows} />
          <PagesNavigation
            label="Pages of plans"
            page={part.page}
            pages={part.pages}
            hrefOf={(number) => `/${organization}/plans?page=${number}`}
          />
        </div>
      ) : (
        <EmptyState title="No plan yet" actions={make}>
          A plan takes units with a submitted assessment to the verdict you ask for: which approach, what to
          do first, who does it when, what it costs, and what does not fit. It takes two minutes to make.
        </EmptyState>
      )}
    </>
  );
}
