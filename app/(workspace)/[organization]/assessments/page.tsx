import { SubmittedAssessments } from "@/components/assessments/submitted-assessments";
import { ButtonLink } from "@/components/ui/button";
import { PagesNavigation } from "@/components/ui/pages-navigation";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { OpenAssessments } from "@/components/units/open-assessments";
import { pageNumber } from "@/lib/paging/page-number";
import { PAGE_ROWS, pageOf } from "@/lib/paging/page-of";
import { can } from "@/lib/permissions/permissions";
import { withProgress } from "@/lib/server/assessments/with-progress";
import { requireMember } from "@/lib/server/auth/member";
import { listAssessments, listSubmittedAssessments, OPEN_STATUSES } from "@/lib/server/data/assessments";
import { titled } from "../title";

export const generateMetadata = titled("Assessments");

export default async function AssessmentsPage({
  params,
  searchParams,
}: PageProps<"/[organization]/assessments">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const asked = await searchParams;
  const wanted = pageNumber(asked.page);
  const part = (page: number) =>
    listSubmittedAssessments(member, { skip: (page - 1) * PAGE_ROWS, take: PAGE_ROWS });
  const [unfinished, found] = await Promise.all([
    listAssessments(member, { status: OPEN_STATUSES }),
    part(wanted),
  ]);
  const openPart = pageOf(unfinished, pageNumber(asked.open));
  const open = await withProgress(openPart.rows);
  const pages = Math.max(1, Math.ceil(found.total / PAGE_ROWS));
  const page = Math.min(pages, wanted);
  const { total, assessments: submitted } = page === wanted ? found : await part(page);
  const none = open.length + total === 0;
  const start = can(member.role, "assessment:edit") ? (
    <ButtonLink href={`/${organization}/assessments/new`}>New assessment</ButtonLink>
  ) : null;

  return (
    <>
      <PageHeader title="Assessments" actions={none ? null : start} />
      {none ? (
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
            {openPart.pages > 1 ? (
              <p>
                Assessments {openPart.from} to {openPart.to} of {unfinished.length}, the last changed first
              </p>
            ) : null}
            <OpenAssessments organization={organization} assessments={open} />
            <PagesNavigation
              label="Pages of assessments in progress"
              page={openPart.page}
              pages={openPart.pages}
              hrefOf={(number) => `/${organization}/assessments?open=${number}&page=${page}`}
            />
          </section>
        ) : null}
        {submitted.length > 0 ? (
          <section aria-labelledby="submitted-title" className="flex flex-col gap-3">
            <h2 id="submitted-title" className="text-xl font-semibold">
              Submitted
            </h2>
            <SubmittedAssessments organization={organization} assessments={submitted} />
            <PagesNavigation
              label="Pages of submitted assessments"
              page={page}
              pages={pages}
              hrefOf={(number) => `/${organization}/assessments?page=${number}&open=${openPart.page}`}
            />
          </section>
        ) : null}
      </div>
    </>
  );
}
