import { SubmittedAssessments } from "@/components/assessments/submitted-assessments";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { OpenAssessments } from "@/components/units/open-assessments";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { can } from "@/lib/permissions/can";
import { requireMember } from "@/lib/server/auth/member";
import { listAssessments } from "@/lib/server/data/assessments";
import { progressOf } from "@/lib/units/progress";
import { titled } from "../title";

export const generateMetadata = titled("Assessments");

const PAGE_ROWS = 50;

export default async function AssessmentsPage({
  params,
  searchParams,
}: PageProps<"/[organization]/assessments">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const assessments = await listAssessments(member);
  const open = assessments
    .filter(({ status }) => status !== "submitted")
    .map((assessment) => ({
      ...assessment,
      ...progressOf(aiScaling, assessment),
      onHold: assessment.status === "onHold",
    }));
  const submitted = assessments
    .filter(({ status }) => status === "submitted")
    .sort((a, b) => Number(b.submittedAt) - Number(a.submittedAt));
  const pages = Math.max(1, Math.ceil(submitted.length / PAGE_ROWS));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number((await searchParams).page)) || 1));
  const start = can(member.role, "assessment:edit") ? (
    <ButtonLink href={`/${organization}/assessments/new`}>New assessment</ButtonLink>
  ) : null;

  return (
    <>
      <PageHeader title="Assessments" actions={assessments.length > 0 ? start : null} />
      {assessments.length === 0 ? (
        <EmptyState title="No assessment yet" actions={start}>
          A quick assessment takes about 8 minutes, a full one about 25. You name the unit on the way.
        </EmptyState>
      ) : null}
      <div className="flex flex-col gap-10">
        {open.length > 0 ? (
          <section aria-labelledby="open-title" className="flex flex-col gap-3">
            <h2 id="open-title" className="text-xl font-semibold">
              In progress
            </h2>
            <OpenAssessments organization={organization} assessments={open} />
          </section>
        ) : null}
        {submitted.length > 0 ? (
          <section aria-labelledby="submitted-title" className="flex flex-col gap-3">
            <h2 id="submitted-title" className="text-xl font-semibold">
              Submitted
            </h2>
            <SubmittedAssessments
              organization={organization}
              assessments={submitted.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)}
            />
            {pages > 1 ? (
              <nav aria-label="Pages" className="flex flex-wrap items-center gap-4">
                {page > 1 ? (
                  <ButtonLink href={`/${organization}/assessments?page=${page - 1}`} variant="secondary">
                    Newer
                  </ButtonLink>
                ) : null}
                <span className="text-muted">
                  Page {page} of {pages}
                </span>
                {page < pages ? (
                  <ButtonLink href={`/${organization}/assessments?page=${page + 1}`} variant="secondary">
                    Older
                  </ButtonLink>
                ) : null}
              </nav>
            ) : null}
          </section>
        ) : null}
      </div>
    </>
  );
}
