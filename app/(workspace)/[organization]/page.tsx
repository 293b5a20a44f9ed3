import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AttentionList } from "@/components/home/attention-list";
import { LoadSample } from "@/components/home/load-sample";
import { QuickStart } from "@/components/home/quick-start";
import { ReadinessOverview } from "@/components/home/readiness-overview";
import { ButtonLink } from "@/components/ui/button";
import { DoneMessage } from "@/components/ui/done-message";
import { InTurn } from "@/components/ui/in-turn";
import { PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { OpenAssessments } from "@/components/units/open-assessments";
import { attention } from "@/lib/home/attention";
import { byReadiness } from "@/lib/home/overview";
import { parseRemembered, QUICK_START_COOKIE, quickStart } from "@/lib/home/quick-start";
import { can } from "@/lib/permissions/permissions";
import { withProgress } from "@/lib/server/assessments/with-progress";
import { requireMember } from "@/lib/server/auth/member";
import { listAssessments, OPEN_STATUSES } from "@/lib/server/data/assessments";
import { withFrameworks } from "@/lib/server/data/frameworks";
import { listLatestResults } from "@/lib/server/data/results";
import { listUnits } from "@/lib/server/data/units";
import { standingOf } from "@/lib/units/standing";
import { hideQuickStart, openComparison, readReport } from "./quick-start-actions";
import { loadSampleAction } from "./settings/actions";

const DONE = {
  "sample-loaded": "The sample organization is loaded. Remove it in the settings when you have seen enough.",
  "sample-removed": "The sample organization is removed.",
};

/** The last changed: what a person goes on with is among them. */
const DRAFTS_MAX = 20;

type Props = PageProps<"/[organization]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await requireMember((await params).organization);
  return { title: member.organizationName };
}

export default async function HomePage({ params, searchParams }: Props) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const [units, results, unfinished, { done }, jar] = await Promise.all([
    listUnits(member),
    listLatestResults(member),
    listAssessments(member, { status: OPEN_STATUSES }),
    searchParams,
    cookies(),
  ]);

  const inUse = new Set(units.map(({ id }) => id));
  const open = unfinished.filter(({ unitId }) => inUse.has(unitId));
  const latest = await withFrameworks(results.map(({ latest, previous }) => ({ ...latest, previous })));
  const overview = byReadiness(
    latest.map(({ previous, framework, ...result }) => ({
      unitId: result.unitId,
      unitName: result.unitName,
      standing: standingOf(result, previous),
      framework,
    })),
  );
  const steps = quickStart({
    units: units.length,
    assessedUnits: results.length,
    remembered: parseRemembered(jar.get(QUICK_START_COOKIE)?.value),
  });
  const [newest] = results;
  const drafts = open.filter(({ status }) => status === "draft");

  return (
    <>
      <PageHeader
        title={member.organizationName}
        lead={units.length === 0 ? "Which units are ready to scale AI, and what must they fix first?" : null}
        actions={
          units.length === 0 ? null : (
            <>
              {can(member.role, "assessment:edit") ? (
                <ButtonLink href={`/${organization}/assessments/new`}>Start an assessment</ButtonLink>
              ) : null}
              {results.length > 1 ? (
                <ButtonLink href={`/${organization}/compare`} variant="secondary">
                  Compare units
                </ButtonLink>
              ) : null}
            </>
          )
        }
      />
      <DoneMessage done={done} words={DONE} />
      <div className="flex flex-col gap-10">
        {steps ? (
          <QuickStart
            organization={organization}
            steps={steps}
            comparable={results.length > 1}
            openReport={readReport.bind(null, organization, newest?.latest.assessmentId ?? "")}
            openComparison={openComparison.bind(null, organization)}
            hide={hideQuickStart.bind(null, organization)}
          />
        ) : null}
        {units.length === 0 && can(member.role, "sample:load") ? (
          <section aria-labelledby="sample-title" className="flex flex-col gap-3">
            <h2 id="sample-title" className="text-xl font-semibold">
              Or look around first
            </h2>
            <LoadSample action={loadSampleAction.bind(null, organization)} />
          </section>
        ) : null}
        {drafts.length > 0 ? (
          <section aria-labelledby="continue-title" className="flex flex-col gap-3">
            <h2 id="continue-title" className="text-xl font-semibold">
              Continue where you left
            </h2>
            <OpenAssessments
              organization={organization}
              assessments={await withProgress(drafts.slice(0, DRAFTS_MAX))}
            />
            {drafts.length > DRAFTS_MAX ? (
              <TextLink
                href={`/${organization}/assessments`}
                className="inline-flex min-h-11 items-center self-start"
              >
                Show all {drafts.length} open assessments
              </TextLink>
            ) : null}
          </section>
        ) : null}
        {overview.length > 0 ? (
          <InTurn>
            <ReadinessOverview organization={organization} rows={overview} />
          </InTurn>
        ) : null}
        {results.length + open.length > 0 ? (
          <InTurn>
            <AttentionList
              organization={organization}
              groups={attention({ latest: results.map(({ latest }) => latest), open }, new Date())}
            />
          </InTurn>
        ) : null}
      </div>
    </>
  );
}
