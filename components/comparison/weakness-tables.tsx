import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import type { Transfer } from "@/lib/comparison/transfers";
import { type Weakness, weaknesses } from "@/lib/comparison/weaknesses";
import { formatPercent, formatScore } from "@/lib/format/number";
import type { ComparisonView } from "./comparison-view";

export function WeaknessTables({
  comparison,
  transfers,
}: {
  comparison: ComparisonView;
  transfers: readonly Transfer[];
}) {
  const { common, local } = weaknesses(comparison.units);
  const teachers = new Map(transfers.map(({ capability, teachers }) => [capability, teachers[0]?.unit.name]));
  return (
    <div className="flex flex-col gap-8">
      <Weaknesses
        title={`Common: ${common.length} ${plural(common)}`}
        lead="At least half of the units are a level or more short. Solve these once, for all."
        none="No capability is short in half of the units."
        rows={common}
        {...{ comparison, teachers }}
      />
      <Weaknesses
        title={`Local: ${local.length} ${plural(local)}`}
        lead="Fewer than half of the units are short. Solve these where they are."
        none="No capability is short in only some of the units."
        rows={local}
        {...{ comparison, teachers }}
      />
    </div>
  );
}

const plural = (rows: readonly Weakness[]) => (rows.length === 1 ? "weakness" : "weaknesses");

function Weaknesses({
  title,
  lead,
  none,
  rows,
  comparison: { titleOf, namesOf },
  teachers,
}: {
  title: string;
  lead: string;
  none: string;
  rows: readonly Weakness[];
  comparison: ComparisonView;
  /** The best one by capability. */
  teachers: ReadonlyMap<string, string | undefined>;
}) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-lg font-semibold">{title}</h3>
      {rows.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <>
          <p className="text-muted">{lead}</p>
          <DataTable label={title} stacked>
            <thead>
              <tr>
                <th scope="col">Capability</th>
                <th scope="col">Units short</th>
                <th scope="col">Share</th>
                <th scope="col">Gain each</th>
                <th scope="col">Which, widest gap first</th>
                <th scope="col">Learn from</th>
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {rows.map(({ capability, units, assessed, share, gain }) => (
                <tr key={capability}>
                  <th scope="row" className="min-w-40 font-normal">
                    {titleOf(capability)}
                  </th>
                  <td data-label="Units short" className="whitespace-nowrap">
                    {units.length} of {assessed}
                  </td>
                  <td data-label="Share">{formatPercent(share)}</td>
                  <td data-label="Gain each">{formatScore(gain)}</td>
                  <td data-label="Which" className="wide min-w-56">
                    {namesOf(units)}
                  </td>
                  <td data-label="Learn from" className="wide">
                    {teachers.get(capability) ?? <Badge tone="warning">No unit here</Badge>}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p className="text-muted">
            Gain each: readiness points that closing it is worth to a unit that is short, the median.
          </p>
        </>
      )}
    </div>
  );
}
