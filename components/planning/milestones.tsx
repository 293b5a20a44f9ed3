import { Disclosure } from "@/components/ui/disclosure";
import { PageSection } from "@/components/ui/page-section";
import { formatDay } from "@/lib/format/date";
import { lastDay } from "@/lib/planning/week-dates";
import type { PlanView } from "./plan-view";

/** As many criteria as can be read at a glance. */
const CRITERIA_OPEN = 6;

/** The ends of phases and units, with what must hold to go on. */
export function Milestones({ view: { plan, request } }: { view: PlanView }) {
  return (
    <PageSection
      id="milestones"
      title="Milestones"
      lead="A phase is left, and the next one entered, when its criteria hold."
    >
      {plan.milestones.length === 0 ? <p>Nothing ends within this plan.</p> : null}
      <ol className="flex flex-col gap-5">
        {plan.milestones.map(({ week, title, criteria }) => (
          <li key={`${week} ${title}`} className="border-l-4 border-line-strong pl-4">
            <h3 className="text-lg font-semibold">{title}</h3>
            <p className="text-muted">
              End of week {week}, {formatDay(lastDay(request, week))}
            </p>
            {criteria.length > CRITERIA_OPEN ? (
              <Disclosure summary={`${criteria.length} criteria`}>
                <Criteria criteria={criteria} />
              </Disclosure>
            ) : (
              <Criteria criteria={criteria} />
            )}
          </li>
        ))}
      </ol>
    </PageSection>
  );
}

function Criteria({ criteria }: { criteria: readonly string[] }) {
  return (
    <ul className="mt-2 list-disc pl-5">
      {criteria.map((criterion) => (
        <li key={criterion}>{criterion}</li>
      ))}
    </ul>
  );
}
