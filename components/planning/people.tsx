import clsx from "clsx";
import type { ReactNode } from "react";
import type { Tone } from "@/components/charts/colors";
import { HeatTable } from "@/components/charts/heat-table";
import { Callout } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { firstOf } from "@/lib/format/names";
import { formatLevel, NO_FIGURE } from "@/lib/format/number";
import { capabilityTitle } from "@/lib/framework/lookup";
import { isFull, usedRoles } from "@/lib/planning/engine/load";
import type { Load } from "@/lib/planning/plan";
import { type Needs, needsOf, type PhaseCost } from "@/lib/planning/reading/needs";
import { technologyItems } from "@/lib/planning/technology";
import { moneyRangeInWords, rangeInWords, uncertaintyInWords } from "@/lib/planning/uncertainty";
import { firstDay } from "@/lib/planning/week-dates";
import { type PlanView, roleTitle } from "./plan-view";

const NAMES_MAX = 3;

/** People used against people there, week by week, the technology that is needed, and what it costs. */
export function People({ view }: { view: PlanView }) {
  const { framework, plan, request } = view;
  const needs = needsOf(framework, request, plan);
  const roles = usedRoles(plan.load);
  const full = roles.flatMap(([role, weeks]) => (weeks.some(isFull) ? [roleTitle(view, role)] : []));
  return (
    <PageSection
      id="people"
      title="People, technology and cost"
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
          ...(request.uncertainty ? [{ key: "range", header: "Range" }] : []),
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
            ...(request.uncertainty ? [rangeOfRole(needs, role)] : []),
          ],
          values: weeks.map(({ used }) => used),
          tones: weeks.map(toneOf),
        }))}
        format="level"
      />
      {request.uncertainty ? (
        <p className="max-w-prose text-muted">{uncertaintyInWords(request.uncertainty)}</p>
      ) : null}
      <Technology view={view} needs={needs} />
      <Costs view={view} needs={needs} />
    </PageSection>
  );
}

function rangeOfRole({ roles }: Needs, role: string): ReactNode {
  const need = roles.find((one) => one.role === role);
  return <span className="whitespace-nowrap">{rangeInWords(need?.personWeeksRange ?? null)}</span>;
}

function toneOf(load: Load): Tone {
  if (load.used === 0) return 1;
  if (isFull(load)) return 4;
  const share = load.used / load.capacity;
  if (share >= 0.75) return 3;
  return share >= 0.5 ? 2 : 0;
}

/** What technology the actions ask for, phase by phase. */
function Technology({ view, needs: { technology, cost } }: { view: PlanView; needs: Needs }) {
  const priced = technology.some(({ amount }) => amount !== null);
  if (technology.length === 0)
    return <p className="text-muted">No action of this plan asks for technology.</p>;
  return (
    <DataTable label="Technology by phase" stacked>
      <caption className="pb-2 text-left text-lg font-semibold">
        Technology by phase
        <span className="block text-base font-normal text-muted">
          What the plan works on in the technical and the data infrastructure, by the phase in which it
          begins.
          {priced ? "" : " What it costs can be stated with what is asked for."}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Technology</th>
          <th scope="col">Phase</th>
          <th scope="col">For</th>
          {priced ? (
            <th scope="col" className="text-right">
              Amount
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {technology.map(({ phase, capability, items, amount }) => (
          <tr key={`${phase.key} ${capability}`}>
            <th scope="row">{capabilityTitle(view.lookup, capability)}</th>
            <td data-label="Phase" className="wide">
              {phase.title}
            </td>
            <td data-label="For" className="wide">
              {items.length === 0
                ? "Nothing in this plan"
                : technologyItems(view.lookup, items).map((line) => (
                    <span key={line} className="block">
                      {line}
                    </span>
                  ))}
            </td>
            {priced ? (
              <td data-label="Amount" className="wide text-right whitespace-nowrap tabular-nums">
                {amount === null || !cost ? NO_FIGURE : formatMoney(amount, cost.currency)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Costs({ view: { lookup, plan, request }, needs }: { view: PlanView; needs: Needs }) {
  const { cost } = needs;
  const { budget } = request;
  if (!cost || !budget) return <p className="text-muted">Cost is not counted: no rates were given.</p>;
  const { withoutRate } = plan.cost;
  const columns: [name: string, of: (phase: PhaseCost) => string][] = [
    ...(cost.technology > 0
      ? ([
          ["Work", ({ work }) => formatMoney(work, cost.currency)],
          ["Technology", ({ technology }) => formatMoney(technology, cost.currency)],
        ] satisfies [string, (phase: PhaseCost) => string][])
      : []),
    ["Cost", ({ amount }) => formatMoney(amount, cost.currency)],
    ...(cost.range
      ? ([["Range", ({ range }) => moneyRangeInWords(range, cost.currency)]] satisfies [
          string,
          (phase: PhaseCost) => string,
        ][])
      : []),
  ];
  return (
    <div className="flex flex-col gap-3">
      {withoutRate.length > 0 ? (
        <Callout tone="warning" title="Not all work has a rate">
          Not in the amount: {withoutRate.map((role) => lookup.roles.get(role) ?? role).join(", ")}.
        </Callout>
      ) : null}
      <DataTable label="Cost by phase" stacked>
        <caption className="pb-2 text-left text-lg font-semibold">
          {formatMoney(cost.amount, cost.currency)}
          {budget.amount === null ? "" : ` of ${formatMoney(budget.amount, cost.currency)}`}
          {cost.range ? (
            <span className="block text-base font-normal text-muted">
              Could be {moneyRangeInWords(cost.range, cost.currency)}
            </span>
          ) : null}
        </caption>
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">Weeks</th>
            {columns.map(([name]) => (
              <th key={name} scope="col" className="text-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cost.phases.map((one) => (
            <tr key={one.phase.key}>
              <th scope="row">{one.phase.title}</th>
              <td data-label="Weeks">
                {one.phase.fromWeek}–{one.phase.toWeek}
              </td>
              {columns.map(([name, of]) => (
                <td
                  key={name}
                  data-label={name}
                  className={clsx("text-right whitespace-nowrap tabular-nums", columns.length > 1 && "wide")}
                >
                  {of(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
