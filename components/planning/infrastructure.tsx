import { Bars } from "@/components/charts/bars";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { formatLevel, formatScore } from "@/lib/format/number";
import { capabilityTitle } from "@/lib/framework/lookup";
import { INFRASTRUCTURE_WORDS } from "@/lib/framework/words";
import type { InfrastructureOutlook, UnitOutlook } from "@/lib/planning/engine/outlook";
import type { PlanView } from "./plan-view";
import { PlannedItems } from "./planned-items";
import { StatusBadge } from "./status-badge";
import { unitPartId } from "./unit-parts";

/** The five infrastructures of one unit: where they are, what is missing, what the plan does about it. */
export function InfrastructurePreparation({ view, outlook }: { view: PlanView; outlook: UnitOutlook }) {
  const { unit, infrastructures } = outlook;
  const place = view.plan.units.findIndex(({ name }) => name === unit);
  const ready = infrastructures.filter(({ status }) => status === "met" || status === "planned").length;
  return (
    <PageSection id={unitPartId(place)} title={unit}>
      <Bars
        title={`${ready} of ${infrastructures.length} infrastructures are as required when the plan is done`}
        note="Readiness of each infrastructure today, and the mark where the plan takes it."
        rows={infrastructures.map(({ key, readinessNow, readinessPlanned }) => ({
          key,
          label: INFRASTRUCTURE_WORDS[key],
          value: readinessNow,
          target: readinessPlanned,
        }))}
        names={{ row: "Infrastructure", value: "Readiness today", target: "As planned" }}
      />
      {infrastructures.map((infrastructure) => (
        <Infrastructure key={infrastructure.key} view={view} unit={unit} infrastructure={infrastructure} />
      ))}
    </PageSection>
  );
}

function Infrastructure({
  view,
  unit,
  infrastructure: { key, readinessNow, readinessPlanned, status, capabilities },
}: {
  view: PlanView;
  unit: string;
  infrastructure: InfrastructureOutlook;
}) {
  return (
    <div className="flex flex-col gap-3">
      <h3 className="flex flex-wrap items-center gap-3 text-lg font-semibold">
        {INFRASTRUCTURE_WORDS[key]}
        <StatusBadge status={status} />
      </h3>
      <p className="text-muted tabular-nums">
        Readiness {formatScore(readinessNow)} today, {formatScore(readinessPlanned)} as planned
      </p>
      <DataTable label={`${INFRASTRUCTURE_WORDS[key]} of ${unit}`} stacked>
        <thead>
          <tr>
            <th scope="col">Capability</th>
            <th scope="col">Level today</th>
            <th scope="col">As planned</th>
            <th scope="col">Required</th>
            <th scope="col">Enhancement</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {capabilities.map((capability) => (
            <tr key={capability.key}>
              <th scope="row" className="min-w-40">
                {capabilityTitle(view.lookup, capability.key)}
              </th>
              <td data-label="Level today" className="tabular-nums">
                {formatLevel(capability.levelNow)}
              </td>
              <td data-label="As planned" className="tabular-nums">
                {formatLevel(capability.levelPlanned)}
              </td>
              <td data-label="Required" className="tabular-nums">
                {capability.required}
              </td>
              <td data-label="Enhancement" className="wide min-w-64">
                {capability.status === "met" && capability.items.length === 0 ? (
                  "None needed"
                ) : (
                  <PlannedItems view={view} items={capability.items} />
                )}
              </td>
              <td data-label="State" className="wide">
                <StatusBadge status={capability.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
