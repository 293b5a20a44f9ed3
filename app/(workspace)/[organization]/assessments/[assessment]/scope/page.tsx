import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ScopeForm } from "@/components/assessments/scope-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/panel";
import { scopeValues } from "@/lib/assessments/assessment-form";
import { openForm } from "@/lib/forms/form-state";
import { listedScopes } from "@/lib/inventory/coverage";
import { listInventory } from "@/lib/server/data/inventory";
import { listUnits } from "@/lib/server/data/units";
import { changeScopeAction } from "../../actions";
import { loadAssessment } from "../load-assessment";

type Props = PageProps<"/[organization]/assessments/[assessment]/scope">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, assessment: id } = await params;
  return { title: `Target and scope: ${(await loadAssessment(organization, id)).assessment.unitName}` };
}

export default async function ScopePage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const { member, assessment, mayAnswer } = await loadAssessment(organization, id);
  const base = `/${organization}/assessments/${id}`;
  if (!mayAnswer) redirect(base);
  const [units, items] = await Promise.all([listUnits(member), listInventory(member)]);
  return (
    <>
      <PageHeader
        title="Target and scope"
        above={<Breadcrumbs crumbs={[{ label: assessment.unitName, href: base }]} />}
      />
      <ScopeForm
        action={changeScopeAction.bind(null, organization, id)}
        initial={openForm(scopeValues(assessment))}
        listed={listedScopes(units, items).get(assessment.unitId) ?? null}
        cancelHref={base}
      />
    </>
  );
}
