import { PlanFrame } from "@/components/planning/plan-frame";
import { Stakeholders } from "@/components/planning/stakeholders";
import { DoneMessage } from "@/components/ui/done-message";
import { titled } from "../../../title";
import { removeStakeholderAction, stakeholderAction } from "../../actions";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Stakeholders of a plan");

export default async function PlanStakeholdersPage({
  params,
  searchParams,
}: PageProps<"/[organization]/plans/[plan]/stakeholders">) {
  const { organization, plan: id } = await params;
  const { stored, framework, lookup, mayEdit } = await loadPlan(organization, id);
  const { name, request, plan, revision } = stored;
  const view = { organization, id, framework, lookup, request, plan, mayEdit };
  return (
    <PlanFrame
      organization={organization}
      id={id}
      name={name}
      title="Stakeholders"
      lead="Who is concerned, how much they can move, whether they support it, and what stands in their way."
    >
      <DoneMessage done={(await searchParams).done} words={{ changed: "Stored." }} />
      <Stakeholders
        view={view}
        actions={
          mayEdit
            ? {
                save: (was) => stakeholderAction.bind(null, organization, id, revision, was),
                remove: (group) => removeStakeholderAction.bind(null, organization, id, revision, group),
              }
            : null
        }
      />
    </PlanFrame>
  );
}
