import { planHref } from "@/components/planning/plan-view";
import { RiskMatrix } from "@/components/results/risk-matrix";
import { RegisterTable } from "@/components/risk-register/register-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { DoneMessage } from "@/components/ui/done-message";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { riskFinding } from "@/lib/evaluation/findings";
import { formatIsoDay } from "@/lib/format/date";
import { titled } from "../../../title";
import { loadRegister } from "./load-register";

export const generateMetadata = titled("Risk register");

export default async function RiskRegisterPage({
  params,
  searchParams,
}: PageProps<"/[organization]/units/[unit]/risks">) {
  const { organization, unit: id } = await params;
  const { unit, risks, stored, lookup } = await loadRegister(organization, id);
  const titleOf = (key: string) => lookup.risks.get(key)?.title ?? key;
  const href = `/${organization}/units/${id}/risks`;
  const planned = risks.flatMap(({ outlook }) => (outlook ? [outlook.planned] : []));
  return (
    <>
      <PageHeader
        title={`${unit.name}: risk register`}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Units", href: `/${organization}/units` },
              { label: unit.name, href: `/${organization}/units/${id}` },
            ]}
          />
        }
        lead="Ratings come from the latest submitted assessment. What is decided about a risk stays here, with its history."
        actions={
          risks.length > 0 ? (
            <>
              <DownloadLink href={`${href}/export/xlsx`} variant="secondary">
                XLSX
              </DownloadLink>
              <DownloadLink href={`${href}/export/csv`} variant="secondary">
                CSV
              </DownloadLink>
            </>
          ) : null
        }
      />
      <DoneMessage
        done={(await searchParams).done}
        words={{ saved: "Stored. What was decided before stays in the history." }}
      />
      {risks.length === 0 ? (
        <EmptyState
          title="No risk is rated yet"
          actions={
            <ButtonLink href={`/${organization}/assessments/new?unit=${id}`}>Start an assessment</ButtonLink>
          }
        >
          The register fills itself from the first submitted assessment of this unit.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          <div className="grid gap-8 lg:grid-cols-2">
            <RiskMatrix
              level={2}
              title={`Today: ${riskFinding(risks.map(({ now }) => now)).toLowerCase()}`}
              risks={risks.map(({ now }) => ({ ...now, title: titleOf(now.key) }))}
            />
            {planned.length > 0 ? (
              <RiskMatrix
                level={2}
                title={`As planned: ${riskFinding(planned).toLowerCase()}`}
                risks={planned.map((risk) => ({ ...risk, title: titleOf(risk.key) }))}
              />
            ) : null}
          </div>
          <p className="max-w-prose">
            {stored ? (
              <>
                Planned ratings and mitigations are those of{" "}
                <TextLink href={planHref(organization, stored.id)}>{stored.name}</TextLink>.
              </>
            ) : (
              <>
                There is no plan yet that answers these risks.{" "}
                <TextLink href={`/${organization}/plans/new?unit=${id}`}>Make a plan</TextLink> to see what it
                would leave of each risk.
              </>
            )}
          </p>
          <RegisterTable
            href={href}
            today={formatIsoDay(new Date())}
            rows={risks.map((risk) => ({ ...risk, title: titleOf(risk.now.key) }))}
          />
        </div>
      )}
    </>
  );
}
