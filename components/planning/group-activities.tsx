import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { KIND_WORDS } from "@/lib/planning/activity";
import { activitiesOrProposed, proposalsFor } from "@/lib/planning/reading/activity-proposals";
import { datedActivities, timesInWords } from "@/lib/planning/reading/dated-activities";
import type { Stakeholder } from "@/lib/planning/stakeholders";
import { ActivityFields, HiddenActivities } from "./activity-fields";
import { datesOf, type PlanView } from "./plan-view";

/** How a group is told, trained and helped, or what is proposed while that is not planned. */
export function GroupActivities({
  view,
  stakeholder,
  prefix,
  action,
}: {
  view: PlanView;
  stakeholder: Stakeholder;
  /** Tells the fields of one group from those of another. */
  prefix: string;
  /** Null for who may only look. */
  action: ((before: ActionFormState, form: FormData) => Promise<ActionFormState>) | null;
}) {
  const { group, barrier } = stakeholder;
  const planned = stakeholder.activities !== undefined;
  if (!planned && !action) return null;
  const activities = activitiesOrProposed(stakeholder);
  const proposals = proposalsFor(stakeholder);
  const dated = datedActivities(
    view.framework,
    { ...view.request, stakeholders: [{ ...stakeholder, activities }] },
    view.plan,
  );
  return (
    <div className="flex flex-col items-start gap-3">
      <h3 className="font-semibold">
        {planned ? "Communication, training and support" : "Proposed: communication, training and support"}
      </h3>
      <dl className="flex flex-col gap-3">
        {dated.map((activity) => (
          <div key={activity.kind}>
            <dt className="text-muted">{KIND_WORDS[activity.kind]}</dt>
            <dd>
              <span className="whitespace-pre-line">{activity.what}</span>
              <span className="block text-sm text-muted">
                {[activity.channel, activity.by && `by ${activity.by}`].filter((part) => part).join(", ")}
              </span>
              <span className="block text-sm text-muted">
                {timesInWords(activity)}: {datesOf(view, activity)}
              </span>
              {planned ? null : <span className="block text-sm">Why: {proposals[activity.kind].why}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {action ? (
        <>
          {planned ? null : (
            <ActionForm action={action} label={`Plan this for ${group}`} variant="secondary">
              <HiddenActivities activities={activities} />
            </ActionForm>
          )}
          <Disclosure
            summary={planned ? `Change what is done for ${group}` : `Plan something else for ${group}`}
          >
            <ActionForm
              // Another proposal is another form.
              key={`${planned} ${barrier} ${stakeholder.influence} ${stakeholder.support}`}
              action={action}
              label="Store"
              variant="secondary"
            >
              <ActivityFields prefix={prefix} activities={activities} proposals={proposals} />
            </ActionForm>
          </Disclosure>
        </>
      ) : null}
    </div>
  );
}
