import { InfrastructurePreparation } from "@/components/planning/infrastructure";
import { PlanFrame } from "@/components/planning/plan-frame";
import { planHref } from "@/components/planning/plan-view";
import { UNITS_SHOWN, UnitParts } from "@/components/planning/unit-parts";
import { InTurn } from "@/components/ui/in-turn";
import { pageNumber } from "@/lib/paging/page-number";
import { pageOf } from "@/lib/paging/page-of";
import { outlookOf } from "@/lib/planning/engine/outlook";
import { mapInTurn } from "@/lib/turns/next-turn";
import { titled } from "../../../title";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Infrastructure of a plan");

export default async function PlanInfrastructurePage({
  params,
  searchParams,
}: PageProps<"/[organization]/plans/[plan]/infrastructure">) {
  const { organization, plan: id } = await params;
  const { stored, view } = await loadPlan(organization, id);
  const { name, request, plan } = stored;
  const part = pageOf(request.assessments, pageNumber((await searchParams).page), UNITS_SHOWN);
  const units = await mapInTurn(part.rows, (assessment) => outlookOf(view.framework, assessment, plan));
  return (
    <PlanFrame
      organization={organization}
      id={id}
      name={name}
      title="Infrastructure"
      lead="What each of the five infrastructures needs, and what the plan does about it. Data is one of them, in every week."
    >
      <div className="flex flex-col gap-10">
        <UnitParts
          units={units}
          part={part}
          of={request.assessments.length}
          href={`${planHref(organization, id)}/infrastructure`}
        />
        {units.map((outlook) => (
          <InTurn key={outlook.unit}>
            <InfrastructurePreparation view={view} outlook={outlook} />
          </InTurn>
        ))}
      </div>
    </PlanFrame>
  );
}
