import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ScopeForm } from "@/components/assessments/scope-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/panel";
import { route } from "@/components/ui/route";
import { changeScopeAction } from "../../actions";
import { loadAssessment } from "../load-assessment";

export const metadata: Metadata = { title: "Target and scope" };

export default async function ScopePage({
  params,
}: PageProps<"/[organization]/assessments/[assessment]/scope">) {
  const { organization, assessment: id } = await params;
  const { assessment, mayAnswer } = await loadAssessment(organization, id);
  const base = route(`/${organization}/assessments/${id}`);
  if (!mayAnswer) redirect(base);
  const { targetPhase, regulated, unitsInScope, processesInScope } = assessment;
  const values = {
    targetPhase,
    regulated,
    unitsInScope: String(unitsInScope),
    processesInScope: String(processesInScope),
  };
  return (
    <>
      <PageHeader
        title="Target and scope"
        above={<Breadcrumbs crumbs={[{ label: assessment.unitName, href: base }]} />}
      />
      <ScopeForm
        action={changeScopeAction.bind(null, organization, id)}
        initial={{ values, fields: {}, problem: null }}
        cancelHref={base}
      />
    </>
  );
}
