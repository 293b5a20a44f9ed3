import { PlanFrame } from "@/components/planning/plan-frame";
import { planHref } from "@/components/planning/plan-view";
import { PlannedRisks } from "@/components/planning/planned-risks";
import { UNITS_SHOWN, UnitParts } from "@/components/planning/unit-parts";
import { InTurn } from "@/components/ui/in-turn";
import { pageNumber } from "@/lib/paging/page-number";
import { pageOf } from "@/lib/paging/page-of";
import { outlookOf } from "@/lib/planning/engine/outlook";
import { listUnits } from "@/lib/server/data/units";
import { mapInTurn } from "@/lib/turns/next-turn";
import { titled } from "../../../title";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Risks and pitfalls of a plan");

export default async function PlanRisksPage({
  params,
  searchParams,
}: PageProps<"/[organization]/plans/[plan]/risks">) {
  const { organization, plan: id } = await params;
  const { member, stored, view } = await loadPlan(organization, id);
  const { name, request, plan } = stored;
  const part = pageOf(request.assessments, pageNumber((await searchParams).page), UNITS_SHOWN);
  const units = await mapInTurn(part.rows, (assessment) => outlookOf(view.framework, assessment, plan));
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
        <UnitParts
          units={units}
          part={part}
          of={request.assessments.length}
          href={`${planHref(organization, id)}/risks`}
        />
        {units.map((outlook) => (
          <InTurn key={outlook.unit}>
            <PlannedRisks view={view} outlook={outlook} registerHref={registers.get(outlook.unit) ?? null} />
          </InTurn>
        ))}
      </div>
    </PlanFrame>
  );
}
