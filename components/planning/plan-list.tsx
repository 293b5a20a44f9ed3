import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import { firstOf } from "@/lib/format/names";
import { formatCount } from "@/lib/format/number";
import type { PlanBrief } from "@/lib/planning/reading/plan-brief";
import { firstDay, lastDay } from "@/lib/planning/week-dates";
import { planHref } from "./plan-view";

export type PlanRow = {
  id: string;
  name: string;
  status: "draft" | "signedOff";
  signedOffBy: string | null;
  updatedAt: Date;
  brief: PlanBrief;
};

const NAMES_MAX = 3;

export function PlanList({ organization, plans }: { organization: string; plans: readonly PlanRow[] }) {
  return (
    <DataTable label="Plans" stacked>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col">Units</th>
          <th scope="col">From</th>
          <th scope="col">Done by</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {plans.map(({ id, name, status, signedOffBy, updatedAt, brief }) => (
          <tr key={id}>
            <th scope="row" className="min-w-48">
              <TextLink href={planHref(organization, id)} className="inline-block py-2">
                {name}
              </TextLink>
              <span className="block text-sm font-normal text-muted">
                {formatCount(brief.actions, "action")}
                {brief.unplaced > 0 ? `, ${brief.unplaced} not placed` : ""}
              </span>
            </th>
            <td data-label="Units" className="min-w-40">
              {firstOf(
                brief.units.map((unit) => unit.name),
                NAMES_MAX,
              )}
            </td>
            <td data-label="From" className="whitespace-nowrap">
              {formatDay(firstDay(brief, 1))}
            </td>
            <td data-label="Done by" className="whitespace-nowrap">
              {brief.lastWeek === null ? "–" : formatDay(lastDay(brief, brief.lastWeek))}
            </td>
            <td data-label="State">
              {status === "signedOff" ? (
                <Badge tone="success">Signed off by {signedOffBy}</Badge>
              ) : (
                <Badge>Draft</Badge>
              )}
              <span className="block text-sm text-muted">{formatDay(updatedAt)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
