import { DataTable } from "@/components/ui/data-table";
import { InParts } from "@/components/ui/in-turn";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { PHASE_WORDS } from "@/lib/framework/words";
import type { Standing } from "@/lib/units/standing";
import { OutcomeBadge } from "./outcome-badge";
import { ReadinessBar } from "./readiness-bar";

export type UnitRow = {
  id: string;
  name: string;
  region: string | null;
  industry: string | null;
  /** Steps below the top of the tree, drawn as an indent. */
  level: number;
  /** Units under it, over all levels. */
  below: number;
  /** Name of the unit above, told to those who cannot see the indent. */
  parent: string | null;
  standing: Standing | null;
};

/** Inline styles are not served, so a deeper unit stands where the last of these does. */
const INDENTS = ["", "pl-5", "pl-10", "pl-15", "pl-20", "pl-25"];

export function UnitTable({ organization, rows }: { organization: string; rows: readonly UnitRow[] }) {
  return (
    <DataTable label="Units" stacked>
      <thead>
        <tr>
          <th scope="col">Unit</th>
          <th scope="col">Readiness</th>
          <th scope="col">Verdict</th>
          <th scope="col">Assessed</th>
        </tr>
      </thead>
      <tbody>
        <InParts items={rows}>
          {(row) => (
            <tr key={row.id}>
              <th scope="row" className="min-w-48">
                <UnitName organization={organization} row={row} />
              </th>
              {row.standing ? (
                <>
                  <td>
                    <ReadinessBar readiness={row.standing.readiness} />
                  </td>
                  <td>
                    <OutcomeBadge outcome={row.standing.outcome} />
                  </td>
                  <td className="whitespace-nowrap">
                    {formatDay(row.standing.submittedAt)}
                    <span className="block text-muted">
                      for {PHASE_WORDS[row.standing.targetPhase].toLowerCase()}
                    </span>
                  </td>
                </>
              ) : (
                <td colSpan={3} className="wide text-muted">
                  {row.below > 0 ? `${formatCount(row.below, "unit")} below` : "Not assessed yet"}
                </td>
              )}
            </tr>
          )}
        </InParts>
      </tbody>
    </DataTable>
  );
}

function UnitName({ organization, row }: { organization: string; row: UnitRow }) {
  const region = row.region === row.name ? null : row.region;
  const about = [row.industry, region].filter(Boolean).join(", ");
  return (
    <span className={`block ${INDENTS[Math.min(row.level, INDENTS.length - 1)]}`}>
      <TextLink href={`/${organization}/units/${row.id}`} className="font-medium">
        {row.name}
      </TextLink>
      {row.parent ? <span className="sr-only"> in {row.parent}</span> : null}
      {about ? <span className="block font-normal text-muted">{about}</span> : null}
    </span>
  );
}
