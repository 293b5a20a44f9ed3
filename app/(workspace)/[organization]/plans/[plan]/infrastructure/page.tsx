import { InfrastructurePreparation } from "@/components/planning/infrastructure";
import { PlanFrame } from "@/components/planning/plan-frame";
import { UnitParts } from "@/components/planning/unit-parts";
import { outlookOf } from "@/lib/planning/outlook";
import { titled } from "../../../title";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Infrastructure of a plan");

export default async function PlanInfrastructurePage({
  params,
}: PageProps<"/[organization]/plans/[plan]/infrastructure">) {
  const { organization, plan: id } = await params;
  const { stored, view } = await loadPlan(organization, id);
  const { name, request, plan } = stored;
  const units = request.assessments.map((assessment) => outlookOf(view.framework, assessment, plan));
  return (
    <PlanFrame
      organization={organization}
      id={id}
      name={name}
      title="Infrastructure"
      lead="What each of the five infrastructures needs, and what the plan does about it. Data is one of them, in every week."
    >
      <div className="flex flex-col gap-10">
        <UnitParts units={units} />
        {units.map((outlook) => (
          <InfrastructurePreparation key={outlook.unit} view={view} outlook={outlook} />
        ))}
      </div>
    </PlanFrame>
  );
}
