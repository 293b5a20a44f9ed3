import { PlanFrame } from "@/components/planning/plan-frame";
import { PlannedRisks } from "@/components/planning/planned-risks";
import { UnitParts } from "@/components/planning/unit-parts";
import { outlookOf } from "@/lib/planning/outlook";
import { listUnits } from "@/lib/server/data/units";
import { titled } from "../../../title";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Risks and pitfalls of a plan");

export default async function PlanRisksPage({ params }: PageProps<"/[organization]/plans/[plan]/risks">) {
  const { organization, plan: id } = await params;
  const { member, stored, view } = await loadPlan(organization, id);
  const { name, request, plan } = stored;
  const units = request.assessments.map((assessment) => outlookOf(view.framework, assessment, plan));
  const here = new Set((await listUnits(member)).map((unit) => unit.id));
  const registers = new Map(
    stored.sources
      .filter(({ unitId }) => here.has(unitId))
      .map(({ name: unit, unitId }) => [unit, `/${organization}/units/${unitId}/risks` as const]),
  );
  return (
    <PlanFrame
      organization={organization}
      id={id}
      name={name}
      title="Risks and pitfalls"
      lead="The same ratings as in the results, rated again with the levels that the plan reaches."
    >
      <div className="flex flex-col gap-10">
        <UnitParts units={units} />
        {units.map((outlook) => (
          <PlannedRisks
            key={outlook.unit}
            view={view}
            outlook={outlook}
            registerHref={registers.get(outlook.unit) ?? null}
          />
        ))}
      </div>
    </PlanFrame>
  );
}
