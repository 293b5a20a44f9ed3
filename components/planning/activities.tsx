import { WeekCalendar } from "@/components/charts/week-calendar";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { TextLink } from "@/components/ui/text-link";
import { formatCount } from "@/lib/format/number";
import { groupBy } from "@/lib/grouping/group-by";
import { ACTIVITY_KINDS, KIND_WORDS } from "@/lib/planning/activity";
import {
  type DatedActivity,
  datedActivities,
  runsOf,
  timesInWords,
} from "@/lib/planning/reading/dated-activities";
import { weeksInWords } from "@/lib/planning/weeks";
import { datesOf, type PlanView, planHref } from "./plan-view";

export const activitiesOf = ({ framework, request, plan }: PlanView) =>
  datedActivities(framework, request, plan);

/** What is done for the stakeholders, beside the roadmap and in its weeks. */
export function Activities({ view, activities }: { view: PlanView; activities: readonly DatedActivity[] }) {
  const byGroup = groupBy(activities, ({ group }) => group);
  return (
    <PageSection
      id="activities"
      title="Communication, training and support"
      lead="What is done for the stakeholders. Its weeks follow from the phases of the roadmap; it takes none of the people counted below."
    >
      <WeekCalendar
        title={findingOf(activities, byGroup.size)}
        weeks={view.request.weeks}
        groups={[...byGroup].map(([name, own]) => ({
          name,
          rows: own.map((activity) => ({
            key: activity.kind,
            label: KIND_WORDS[activity.kind],
            runs: runsOf(activity),
            when: weeksInWords(activity),
          })),
        }))}
        names={{ row: "Kind", group: "Group", when: "When" }}
      />
      <DataTable label="Communication, training and support by first week" stacked>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">For</th>
            <th scope="col">When</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {activities.map((activity) => (
            <tr key={`${activity.kind} ${activity.group}`}>
              <th scope="row" className="min-w-56">
                {activity.what}
                <span className="block text-sm font-normal text-muted">
                  {[KIND_WORDS[activity.kind], activity.channel].filter((part) => part !== "").join(": ")}
                </span>
              </th>
              <td data-label="For">{activity.group}</td>
              <td data-label="When" className="min-w-40">
                {timesInWords(activity)}
                <span className="block text-sm text-muted">{datesOf(view, activity)}</span>
              </td>
              <td data-label="By">{activity.by ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p>
        <TextLink href={`${planHref(view.organization, view.id)}/stakeholders`}>
          See the stakeholders and what stands in their way
        </TextLink>
      </p>
    </PageSection>
  );
}

/** `2 groups: communication for 2, training for 1, support for 2` */
function findingOf(activities: readonly DatedActivity[], groups: number): string {
  const parts = ACTIVITY_KINDS.flatMap((kind) => {
    const count = activities.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${KIND_WORDS[kind].toLowerCase()} for ${count}`];
  });
  return `${formatCount(groups, "group")}: ${parts.join(", ")}`;
}
