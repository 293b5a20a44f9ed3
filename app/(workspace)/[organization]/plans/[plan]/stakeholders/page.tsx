import { PlanFrame } from "@/components/planning/plan-frame";
import { Stakeholders } from "@/components/planning/stakeholders";
import { DoneMessage } from "@/components/ui/done-message";
import { titled } from "../../../title";
import { activitiesAction, removeStakeholderAction, stakeholderAction } from "../../actions";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Stakeholders of a plan");

export default async function PlanStakeholdersPage({
  params,
  searchParams,
}: PageProps<"/[organization]/plans/[plan]/stakeholders">) {
  const { organization, plan: id } = await params;
  const { stored, view } = await loadPlan(organization, id);
  const { name, revision } = stored;
  return (
    <PlanFrame
      organization={organization}
      id={id}
      name={name}
      title="Stakeholders"
      lead="Who is concerned, how much they can move, whether they support it, what stands in their way, and what is done for them."
    >
      <DoneMessage done={(await searchParams).done} words={{ changed: "Stored." }} />
      <Stakeholders
        view={view}
        actions={
          view.mayEdit
            ? {
                save: (was) => stakeholderAction.bind(null, organization, id, revision, was),
                plan: (group) => activitiesAction.bind(null, organization, id, revision, group),
                remove: (group) => removeStakeholderAction.bind(null, organization, id, revision, group),
              }
            : null
        }
      />
    </PlanFrame>
  );
}
