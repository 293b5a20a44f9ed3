import type { Tone } from "@/components/charts/colors";
import { HeatTable } from "@/components/charts/heat-table";
import { Callout } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { firstOf } from "@/lib/format/names";
import { formatLevel } from "@/lib/format/number";
import { isFull, usedRoles } from "@/lib/planning/load";
import type { Load } from "@/lib/planning/plan";
import { firstDay } from "@/lib/planning/week-dates";
import { phasesIn } from "@/lib/planning/weeks";
import { type PlanView, roleTitle } from "./plan-view";

const NAMES_MAX = 3;

/** People used against people there, week by week, and what it costs. */
export function People({ view }: { view: PlanView }) {
  const { plan, request } = view;
  const roles = usedRoles(plan.load);
  const full = roles.flatMap(([role, weeks]) => (weeks.some(isFull) ? [roleTitle(view, role)] : []));
  return (
    <PageSection
      id="people"
      title="People and cost"
      lead="Full-time equivalents of each role that the plan uses. No week takes more people than there are."
    >
      <HeatTable
        title={
          full.length === 0
            ? "Every role has room in every week"
            : `Used to the full at times: ${firstOf(full, NAMES_MAX)}`
        }
        note="People in use, by week. The stronger the color, the closer to everybody there is."
        rowHeader={{ header: "Role" }}
        plainColumns={[
          { key: "there", header: "There" },
          { key: "sum", header: "Person-weeks" },
        ]}
        columns={Array.from({ length: request.weeks }, (_, index) => ({
          key: String(index + 1),
          header: (
            <span title={`From ${formatDay(firstDay(request, index + 1))}`}>
              <span className="sr-only">Week </span>
              {index + 1}
            </span>
          ),
        }))}
        rows={roles.map(([role, weeks]) => ({
          key: role,
          label: roleTitle(view, role),
          plain: [
            formatLevel(Math.max(...weeks.map(({ capacity }) => capacity))),
            formatLevel(weeks.reduce((sum, { used }) => sum + used, 0)),
          ],
          values: weeks.map(({ used }) => used),
          tones: weeks.map(toneOf),
        }))}
        format="level"
      />
      <Costs view={view} />
    </PageSection>
  );
}

function toneOf(load: Load): Tone {
  if (load.used === 0) return 1;
  if (isFull(load)) return 4;
  const share = load.used / load.capacity;
  if (share >= 0.75) return 3;
  return share >= 0.5 ? 2 : 0;
}

function Costs({ view: { framework, lookup, plan, request } }: { view: PlanView }) {
  const { cost } = plan;
  const { budget } = request;
  if (cost.amount === null || !budget)
    return <p className="text-muted">Cost is not counted: no rates were given.</p>;
  const phases = phasesIn(framework, request.weeks);
  return (
    <div className="flex flex-col gap-3">
      {cost.withoutRate.length > 0 ? (
        <Callout tone="warning" title="Not all work has a rate">
          Not in the amount: {cost.withoutRate.map((role) => lookup.roles.get(role) ?? role).join(", ")}.
        </Callout>
      ) : null}
      <DataTable label="Cost by phase" stacked>
        <caption className="pb-2 text-left text-lg font-semibold">
          {formatMoney(cost.amount, budget.currency)}
          {budget.amount === null ? "" : ` of ${formatMoney(budget.amount, budget.currency)}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">Weeks</th>
            <th scope="col" className="text-right">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ key, title, fromWeek, toWeek }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td data-label="Weeks">
                {fromWeek}–{toWeek}
              </td>
              <td data-label="Cost" className="text-right tabular-nums">
                {formatMoney(cost.byPhase[key] ?? 0, budget.currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
