import { PlanFrame } from "@/components/planning/plan-frame";
import { SuccessMetrics } from "@/components/planning/success-metrics";
import { DoneMessage } from "@/components/ui/done-message";
import { coverageOf } from "@/lib/inventory/coverage";
import { outlookOf } from "@/lib/planning/engine/outlook";
import { listInventory } from "@/lib/server/data/inventory";
import { listUnits } from "@/lib/server/data/units";
import { mapInTurn } from "@/lib/turns/next-turn";
import { subtreeIds } from "@/lib/units/tree";
import { titled } from "../../../title";
import { metricAction } from "../../actions";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Success metrics of a plan");

export default async function PlanMetricsPage({
  params,
  searchParams,
}: PageProps<"/[organization]/plans/[plan]/metrics">) {
  const { organization, plan: id } = await params;
  const { member, stored, view } = await loadPlan(organization, id);
  const { name, request, plan, revision } = stored;
  const units = await mapInTurn(request.assessments, (assessment) =>
    outlookOf(view.framework, assessment, plan),
  );
  const [all, items] = await Promise.all([listUnits(member), listInventory(member)]);
  const subtrees = await mapInTurn(stored.sources, ({ unitId }) => [...subtreeIds(all, unitId)]);
  const planned = new Set(subtrees.flat());
  const { percent, processes } = coverageOf(
    all.filter(({ id }) => planned.has(id)),
    items,
  );
  const today = new Map(
    percent === null || processes === 0 ? [] : [["scaling-coverage", Number(percent.toFixed(1))]],
  );
  return (
    <PlanFrame
      organization={organization}
      id={id}
      name={name}
      title="Success metrics"
      lead="The method's four primary and four secondary metrics, with the gaps that hold each of them back."
    >
      <DoneMessage done={(await searchParams).done} words={{ changed: "Stored." }} />
      <SuccessMetrics
        goals={request.metrics}
        units={units}
        lookup={view.lookup}
        today={today}
        actionFor={
          view.mayEdit ? (metric) => metricAction.bind(null, organization, id, revision, metric) : null
        }
      />
    </PlanFrame>
  );
}
