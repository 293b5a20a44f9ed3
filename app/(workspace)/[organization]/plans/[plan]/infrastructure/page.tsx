import { InfrastructurePreparation } from "@/components/planning/infrastructure";
import { PlanTabs } from "@/components/planning/plan-tabs";
import { planHref } from "@/components/planning/plan-view";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/panel";
import { PartsNavigation } from "@/components/ui/parts-navigation";
import { outlookOf } from "@/lib/planning/outlook";
import { titled } from "../../../title";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Infrastructure of a plan");

export default async function PlanInfrastructurePage({
  params,
}: PageProps<"/[organization]/plans/[plan]/infrastructure">) {
  const { organization, plan: id } = await params;
  const { stored, framework, lookup, mayEdit } = await loadPlan(organization, id);
  const { name, request, plan } = stored;
  const view = { organization, id, framework, lookup, request, plan, mayEdit };
  const units = request.assessments.map((assessment) => outlookOf(framework, assessment, plan));
  return (
    <>
      <PageHeader
        title="Infrastructure"
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Plans", href: `/${organization}/plans` },
              { label: name, href: planHref(organization, id) },
            ]}
          />
        }
        lead="What each of the five infrastructures needs, and what the plan does about it. Data is one of them, in every week."
      />
      <PlanTabs organization={organization} id={id} />
      <div className="flex flex-col gap-10">
        {units.length > 1 ? (
          <PartsNavigation
            label="Units of the plan"
            parts={units.map(({ unit }, place) => [`unit-${place + 1}`, unit] as const)}
          />
        ) : null}
        {units.map((outlook) => (
          <InfrastructurePreparation key={outlook.unit} view={view} outlook={outlook} />
        ))}
      </div>
    </>
  );
}
