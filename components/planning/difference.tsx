import { DataTable } from "@/components/ui/data-table";
import { OutcomeBadge } from "@/components/units/outcome-badge";
import { formatMoney } from "@/lib/format/money";
import { formatCount, formatScore } from "@/lib/format/number";
import { differenceOf } from "@/lib/planning/changes/difference";
import type { Plan, PlanItem } from "@/lib/planning/plan";
import { weeksInWords } from "@/lib/planning/weeks";
import { actionTitle, type PlanView } from "./plan-view";

/** What becomes of the plan when `after` takes its place. */
export function DifferenceView({ view, after }: { view: PlanView; after: Plan }) {
  const { moved, added, removed, units, lastWeek, cost } = differenceOf(view.plan, after);
  const count = moved.length + added.length + removed.length;
  const currency = view.request.budget?.currency ?? "";
  const money = (amount: number | null) => (amount === null ? "not counted" : formatMoney(amount, currency));
  return (
    <div className="flex flex-col gap-8">
      <ul className="list-disc pl-5 text-lg">
        <li>
          {count === 0
            ? "Every action keeps its weeks."
            : [
                moved.length > 0 ? `${formatCount(moved.length, "action")} at other weeks` : "",
                added.length > 0 ? `${formatCount(added.length, "action")} more` : "",
                removed.length > 0 ? `${formatCount(removed.length, "action")} fewer` : "",
              ]
                .filter((part) => part !== "")
                .join(", ")}
        </li>
        <li>
          {lastWeek.before === lastWeek.after
            ? `Still done by the end of week ${lastWeek.after ?? 0}.`
            : `Done by the end of week ${lastWeek.after ?? 0} instead of ${lastWeek.before ?? 0}.`}
        </li>
        {cost.before === cost.after ? null : (
          <li>
            Cost {money(cost.after)} instead of {money(cost.before)}.
          </li>
        )}
        <li>
          {after.unplaced.length === 0
            ? "Everything that the target asks for has its weeks."
            : `${formatCount(after.unplaced.length, "action")} without a place, ${view.plan.unplaced.length} before.`}
        </li>
      </ul>
      {units.length > 0 ? (
        <DataTable label="Units that reach something else" stacked>
          <caption className="pb-2 text-left text-lg font-semibold">Units that reach something else</caption>
          <thead>
            <tr>
              <th scope="col">Unit</th>
              <th scope="col">Readiness before</th>
              <th scope="col">Readiness after</th>
              <th scope="col">Verdict after</th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ before, after: planned }) => (
              <tr key={planned.name}>
                <th scope="row">{planned.name}</th>
                <td data-label="Readiness before" className="tabular-nums">
                  {formatScore(before.readinessPlanned)}
                </td>
                <td data-label="Readiness after" className="tabular-nums">
                  {formatScore(planned.readinessPlanned)}
                </td>
                <td data-label="Verdict after">
                  <OutcomeBadge outcome={planned.verdictPlanned} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      ) : null}
      {count > 0 ? (
        <DataTable label="Actions that change" stacked>
          <caption className="pb-2 text-left text-lg font-semibold">Actions that change</caption>
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">Unit</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ before, after: item }) => (
              <Row
                key={keyOf(item)}
                view={view}
                item={item}
                before={weeksInWords(before)}
                after={weeksInWords(item)}
              />
            ))}
            {added.map((item) => (
              <Row
                key={keyOf(item)}
                view={view}
                item={item}
                before="not in the plan"
                after={weeksInWords(item)}
              />
            ))}
            {removed.map((item) => (
              <Row
                key={keyOf(item)}
                view={view}
                item={item}
                before={weeksInWords(item)}
                after="not in the plan"
              />
            ))}
          </tbody>
        </DataTable>
      ) : null}
    </div>
  );
}

const keyOf = ({ unit, action }: PlanItem) => `${unit} ${action}`;

function Row({
  view,
  item,
  before,
  after,
}: {
  view: PlanView;
  item: PlanItem;
  before: string;
  after: string;
}) {
  return (
    <tr>
      <th scope="row" className="min-w-56">
        {actionTitle(view, item)}
      </th>
      <td data-label="Unit">{item.unit}</td>
      <td data-label="Before">{before}</td>
      <td data-label="After">{after}</td>
    </tr>
  );
}
