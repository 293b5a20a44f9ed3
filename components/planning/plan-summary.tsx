import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import { OutcomeBadge } from "@/components/units/outcome-badge";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatCount, formatScore } from "@/lib/format/number";
import { lastWeekOf } from "@/lib/planning/changes/difference";
import { reachesTarget } from "@/lib/planning/engine/target";
import { needsOf } from "@/lib/planning/reading/needs";
import { TARGET_WORDS } from "@/lib/planning/reading/plan-words";
import { moneyRangeInWords, rangeInWords } from "@/lib/planning/uncertainty";
import { lastDay } from "@/lib/planning/week-dates";
import type { PlanView } from "./plan-view";

/** The first screen: what the plan reaches, by when, at what effort. */
export function PlanSummary({ view }: { view: PlanView }) {
  const { framework, plan, request } = view;
  const { items, unplaced, units } = plan;
  const { personWeeks, personWeeksRange, cost } = needsOf(framework, request, plan);
  const lastWeek = lastWeekOf(plan);
  return (
    <Panel aria-labelledby="reaches" className="flex flex-col gap-5">
      <h2 id="reaches" className="text-2xl font-semibold tracking-tight">
        {findingOf(view)}
      </h2>
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Fact name="Asked for">{TARGET_WORDS[request.targetVerdict ?? "everyGap"]}</Fact>
        <Fact name="Done by">
          {lastWeek === null ? "Nothing to do" : `${formatDay(lastDay(request, lastWeek))}, week ${lastWeek}`}
        </Fact>
        <Fact name="Work">
          {formatCount(items.length, "action")}, {formatCount(personWeeks, "person-week")}
          {personWeeksRange ? ` (${rangeInWords(personWeeksRange)})` : ""}
          {unplaced.length > 0 ? `; ${unplaced.length} not placed` : ""}
        </Fact>
        <Fact name="Cost">
          {cost ? formatMoney(cost.amount, cost.currency) : "Not counted"}
          {request.budget?.amount != null
            ? ` of ${formatMoney(request.budget.amount, request.budget.currency)}`
            : ""}
          {cost?.range ? `, could be ${moneyRangeInWords(cost.range, cost.currency)}` : ""}
        </Fact>
      </dl>
      <DataTable label="What each unit reaches" stacked>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">Readiness</th>
            <th scope="col">Today</th>
            <th scope="col">As planned</th>
            <th scope="col">Last week</th>
            <th scope="col">What remains</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.name}>
              <th scope="row" className="min-w-40">
                {unit.name}
              </th>
              <td data-label="Readiness" className="wide whitespace-nowrap tabular-nums">
                {formatScore(unit.readinessNow)} → <b>{formatScore(unit.readinessPlanned)}</b>
              </td>
              <td data-label="Today">
                <OutcomeBadge outcome={unit.verdictNow} />
              </td>
              <td data-label="As planned">
                <OutcomeBadge outcome={unit.verdictPlanned} />
              </td>
              <td data-label="Last week" className="tabular-nums">
                {lastWeekOf({ items: items.filter((item) => item.unit === unit.name) }) ?? "–"}
              </td>
              <td data-label="What remains" className="wide min-w-56">
                {unit.remains.length === 0 ? "Nothing" : unit.remains.join(" ")}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

/** `2 of 3 units reach the target by Jun 20, 2027` */
function findingOf({ plan, request }: PlanView): string {
  const lastWeek = lastWeekOf(plan);
  const there = plan.units.filter(({ verdictPlanned }) =>
    reachesTarget(verdictPlanned, request.targetVerdict),
  );
  const target = request.targetVerdict === "readyWithConditions" ? "ready with conditions" : "ready";
  const [only] = plan.units;
  const when = lastWeek === null ? "" : ` by ${formatDay(lastDay(request, lastWeek))}`;
  if (plan.units.length === 1 && only) {
    return there.length === 1
      ? `${only.name} is ${target}${when}`
      : `${only.name} is not ${target} with this plan`;
  }
  return `${there.length} of ${plan.units.length} units are ${target}${there.length > 0 ? when : " with this plan"}`;
}
