import { PlanFrame } from "@/components/planning/plan-frame";
import { SuccessMetrics } from "@/components/planning/success-metrics";
import { DoneMessage } from "@/components/ui/done-message";
import { outlookOf } from "@/lib/planning/outlook";
import { titled } from "../../../title";
import { metricAction } from "../../actions";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Success metrics of a plan");

export default async function PlanMetricsPage({
  params,
  searchParams,
}: PageProps<"/[organization]/plans/[plan]/metrics">) {
  const { organization, plan: id } = await params;
  const { stored, view } = await loadPlan(organization, id);
  const { name, request, plan, revision } = stored;
  const units = request.assessments.map((assessment) => outlookOf(view.framework, assessment, plan));
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
        actionFor={
          view.mayEdit ? (metric) => metricAction.bind(null, organization, id, revision, metric) : null
        }
      />
    </PlanFrame>
  );
}
