import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Results } from "@/components/results/results";
import { resultsView } from "@/components/results/view";
import { WhatIf } from "@/components/results/what-if";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { withoutRemarks } from "@/lib/evaluation/what-if";
import { formatChange } from "@/lib/format/change";
import { formatDay } from "@/lib/format/date";
import { measuresSame } from "@/lib/framework/version";
import { DEPTH_WORDS } from "@/lib/framework/words";
import { can } from "@/lib/permissions/permissions";
import { listUnitResults } from "@/lib/server/data/results";
import { findScoringInput } from "@/lib/server/data/submission";
import { standingOf } from "@/lib/units/standing";
import { loadResult } from "./load-result";

type Props = PageProps<"/[organization]/assessments/[assessment]/results">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, assessment: id } = await params;
  const loaded = await loadResult(organization, id);
  return { title: loaded ? `${loaded.unit.name}: result` : "Page not found" };
}

export default async function ResultsPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const loaded = await loadResult(organization, id);
  if (!loaded) notFound();
  const { member, found, unit } = loaded;
  const crumbs = [
    { label: "Units", href: `/${organization}/units` },
    { label: unit.name, href: `/${organization}/units/${unit.id}` },
  ];
  if (!found) {
    return (
      <>
        <PageHeader title={`${unit.name}: result`} above={<Breadcrumbs crumbs={crumbs} />} />
        <EmptyState
          title="Not submitted yet"
          actions={
            <ButtonLink href={`/${organization}/assessments/${id}/review`}>Review and submit</ButtonLink>
          }
        >
          The result is computed when the assessment is submitted. Until then no score is shown, so that
          answers stay honest.
        </EmptyState>
      </>
    );
  }

  const [input, history] = await Promise.all([
    findScoringInput(member, id),
    listUnitResults(member, unit.id),
  ]);
  if (!input) notFound();
  const before = history.find(({ submittedAt }) => submittedAt < found.submittedAt);
  const comparable = before && measuresSame(before.result.framework, found.result.framework);
  const view = resultsView(
    input.framework,
    input.assessment,
    found.result,
    comparable ? before.result : null,
  );
  const standing = standingOf(found, before ?? null);
  const file = `/${organization}/assessments/${id}/results/export`;
  return (
    <>
      <PageHeader
        title={`${unit.name}: result`}
        above={<Breadcrumbs crumbs={crumbs} />}
        lead={`${DEPTH_WORDS[found.depth]} assessment, submitted ${formatDay(found.submittedAt)}, framework ${found.result.framework}.`}
        actions={
          <>
            <DownloadLink href={`${file}/pdf`}>Gap report (PDF)</DownloadLink>
            {can(member.role, "plan:edit") && history[0]?.assessmentId === id ? (
              <ButtonLink href={`/${organization}/plans/new?unit=${unit.id}`} variant="secondary">
                Make a plan
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-8">
        {before ? (
          <p>
            {standing.change === null
              ? "Not measured as last time, see"
              : `Readiness ${formatChange(standing.change)} points since`}{" "}
            <TextLink href={`/${organization}/assessments/${before.assessmentId}/results`}>
              the result of {formatDay(before.submittedAt)}
            </TextLink>
            .
          </p>
        ) : (
          <p className="text-muted">The first result of this unit.</p>
        )}
        <p className="flex flex-wrap items-center gap-x-5 print:hidden">
          {[
            ["PDF, Letter", "pdf?paper=letter"],
            ["XLSX", "xlsx"],
            ["CSV", "csv"],
            ["JSON", "json"],
            ["Answers (CSV)", "answers"],
          ].map(([label, path]) => (
            <a
              key={path}
              href={`${file}/${path}`}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {label}
            </a>
          ))}
        </p>
      </div>
      <Results
        view={view}
        answerHref={(area, question) => `/${organization}/assessments/${id}/questions/${area}#${question}`}
      />
      <WhatIf
        assessment={withoutRemarks(input.assessment)}
        framework={`/api/v1/${organization}/assessments/${id}/framework`}
      />
      <p className="mt-10 text-sm text-muted">
        Assessment {id}. Hash of what was scored: <span className="break-all">{found.inputHash}</span>
      </p>
    </>
  );
}
