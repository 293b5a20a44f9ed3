import { PlanFrame } from "@/components/planning/plan-frame";
import { planHref } from "@/components/planning/plan-view";
import { DownloadLink } from "@/components/ui/button";
import { TitledPanel } from "@/components/ui/panel";
import { PLAN_DOCUMENTS } from "@/lib/report/plan-documents";
import { titled } from "../../../title";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Documents of a plan");

const FORMATS = [
  ["docx", "Word (DOCX)"],
  ["pdf", "PDF"],
  ["pdf?paper=letter", "PDF, Letter"],
] as const;

export default async function PlanDocumentsPage({
  params,
}: PageProps<"/[organization]/plans/[plan]/documents">) {
  const { organization, plan: id } = await params;
  const { stored } = await loadPlan(organization, id);
  const href = planHref(organization, id);
  return (
    <PlanFrame
      organization={organization}
      id={id}
      name={stored.name}
      title="Documents"
      lead="The method's four templates, filled from this plan and the assessments it was made from. Every figure is that of these pages."
    >
      <ul className="grid gap-4 md:grid-cols-2">
        {Object.entries(PLAN_DOCUMENTS).map(([key, { title, holds }]) => (
          <li key={key} className="flex">
            <TitledPanel id={`document-${key}`} title={title} className="flex-1 gap-4">
              <p>{holds}</p>
              <div className="flex flex-wrap gap-3">
                {FORMATS.map(([format, label]) => (
                  <DownloadLink key={format} href={`${href}/documents/${key}/${format}`} variant="secondary">
                    {label}
                    <span className="sr-only">: {title}</span>
                  </DownloadLink>
                ))}
              </div>
            </TitledPanel>
          </li>
        ))}
      </ul>
    </PlanFrame>
  );
}
