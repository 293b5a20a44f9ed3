import { Gantt } from "@/components/charts/gantt";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { PageSection } from "@/components/ui/page-section";
import { TextLink } from "@/components/ui/text-link";
import { formatCount, formatLevel } from "@/lib/format/number";
import { groupBy } from "@/lib/grouping/group-by";
import type { Milestone, PlanItem } from "@/lib/planning/plan";
import { phasesIn, weeksInWords } from "@/lib/planning/weeks";
import { actionTitle, changeHref, datesOf, itemHref, type PlanView, roleTitle } from "./plan-view";

/** More units than this stand folded, or the page would be endless. */
const UNITS_OPEN = 3;

/** When what is done: as a chart, and as a list by phase of the roadmap. */
export function Roadmap({ view }: { view: PlanView }) {
  const { plan } = view;
  const byUnit = groupBy(plan.items, ({ unit }) => unit);
  const open = plan.units.length <= UNITS_OPEN;
  return (
    <PageSection
      id="roadmap"
      title="Roadmap"
      lead="Three phases: foundation, expansion, and optimization with maturity in its last weeks. Data infrastructure has its weeks among the others, though the method leaves it out of weeks 4–6."
    >
      {open ? (
        <Chart view={view} items={plan.items} title={findingOf(plan.items)} marks={plan.milestones} />
      ) : (
        <div>
          {[...byUnit].map(([unit, items]) => (
            <Disclosure key={unit} summary={`${unit}: ${formatCount(items.length, "action")}`}>
              <Chart view={view} items={items} title={`${unit}: ${findingOf(items).toLowerCase()}`} />
            </Disclosure>
          ))}
        </div>
      )}
      {phasesIn(view.framework, view.request.weeks).map((phase) => {
        const items = plan.items.filter(
          ({ startWeek }) => startWeek >= phase.fromWeek && startWeek <= phase.toWeek,
        );
        return items.length === 0 ? null : (
          <div key={phase.key} className="flex flex-col gap-3">
            <h3 className="text-lg font-semibold">
              {phase.title}: weeks {phase.fromWeek}–{phase.toWeek}
            </h3>
            <PhaseList
              view={view}
              items={items}
              label={`Actions that begin in ${phase.title.toLowerCase()}`}
            />
          </div>
        );
      })}
    </PageSection>
  );
}

function findingOf(items: readonly PlanItem[]): string {
  const critical = items.filter((item) => item.critical).length;
  const last = Math.max(0, ...items.map(({ endWeek }) => endWeek));
  if (items.length === 0) return "Nothing is planned";
  return `${formatCount(items.length, "action")} by the end of week ${last}, ${critical} of them critical`;
}

function Chart({
  view,
  items,
  title,
  marks = [],
}: {
  view: PlanView;
  items: readonly PlanItem[];
  title: string;
  marks?: readonly Milestone[];
}) {
  return (
    <Gantt
      title={title}
      weeks={view.request.weeks}
      groups={[...groupBy(items, ({ unit }) => unit)].map(([name, own]) => ({
        name,
        rows: own.map((item) => ({
          key: `${item.unit} ${item.action}`,
          label: actionTitle(view, item),
          href: itemHref(view, item),
          moveHref: view.mayEdit
            ? changeHref(view, { do: "move", unit: item.unit, action: item.action })
            : undefined,
          startWeek: item.startWeek,
          endWeek: item.endWeek,
          parts: item.parts,
          critical: item.critical,
          locked: item.locked,
        })),
      }))}
      marks={marks}
    />
  );
}

function PhaseList({ view, items, label }: { view: PlanView; items: readonly PlanItem[]; label: string }) {
  const several = view.plan.units.length > 1;
  return (
    <DataTable label={label} stacked>
      <thead>
        <tr>
          <th scope="col">Action</th>
          {several ? <th scope="col">Unit</th> : null}
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col" className="text-right">
            Person-weeks
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.unit} ${item.action}`}>
            <th scope="row" className="min-w-56">
              <TextLink href={itemHref(view, item)} prefetch={false} className="inline-block py-2">
                {actionTitle(view, item)}
              </TextLink>{" "}
              {item.critical ? <Badge tone="warning">Critical</Badge> : null}{" "}
              {item.locked ? <Badge tone="accent">Locked</Badge> : null}
              <span className="block text-sm font-normal text-muted">
                {view.lookup.actions.get(item.action)?.done}
              </span>
            </th>
            {several ? <td data-label="Unit">{item.unit}</td> : null}
            <td data-label="When" className="min-w-40">
              {weeksInWords(item)}
              <span className="block text-sm text-muted">{datesOf(view, item)}</span>
            </td>
            <td data-label="Who">
              {item.person ?? roleTitle(view, item.role)}
              {item.person ? (
                <span className="block text-sm text-muted">{roleTitle(view, item.role)}</span>
              ) : null}
            </td>
            <td data-label="Person-weeks" className="text-right tabular-nums">
              {formatLevel(item.personWeeks)}
              {item.parts ? (
                <span className="block text-sm text-muted">
                  {item.parts.map((part) => formatLevel(part.personWeeks)).join(" + ")}
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
