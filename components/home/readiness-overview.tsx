import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { OutcomeBadge } from "@/components/units/outcome-badge";
import { ReadinessBar } from "@/components/units/readiness-bar";
import { formatChange } from "@/lib/format/change";
import { formatDay } from "@/lib/format/date";
import type { Framework } from "@/lib/framework/types";
import { PHASE_WORDS } from "@/lib/framework/words";
import { verdictCounts } from "@/lib/home/overview";
import { bandWord } from "@/lib/scoring/result-words";
import type { Standing } from "@/lib/units/standing";

export type OverviewRow = {
  unitId: string;
  unitName: string;
  standing: Standing;
  /** That of the result. */
  framework: Pick<Framework, "levels">;
};

const ROWS_MAX = 50;

export function ReadinessOverview({
  organization,
  rows,
}: {
  organization: string;
  /** Readiest first. */
  rows: readonly OverviewRow[];
}) {
  const outcomes = rows.map(({ standing }) => standing.outcome);
  return (
    <section aria-labelledby="readiness-title" className="flex flex-col gap-3">
      <h2 id="readiness-title" className="text-xl font-semibold">
        Readiness: {verdictCounts(outcomes)}
      </h2>
      <p className="max-w-prose text-muted">
        The bar is readiness for the phase that the unit aims at, the thin line what it could still become.
        Where those lines overlap, the order is open.
      </p>
      <DataTable label="Readiness of all assessed units" stacked>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">Readiness</th>
            <th scope="col">Verdict</th>
            <th scope="col">Score band</th>
            <th scope="col" className="text-right">
              Since last time
            </th>
            <th scope="col">Assessed</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_MAX).map(({ unitId, unitName, standing, framework }) => (
            <tr key={unitId}>
              <th scope="row" className="min-w-40">
                <TextLink href={`/${organization}/units/${unitId}`} className="font-medium">
                  {unitName}
                </TextLink>
              </th>
              <td>
                <ReadinessBar readiness={standing.readiness} />
              </td>
              <td>
                <TextLink
                  href={`/${organization}/assessments/${standing.assessmentId}/results`}
                  aria-label={`Result of ${unitName}`}
                  className="no-underline"
                >
                  <OutcomeBadge outcome={standing.outcome} />
                </TextLink>
              </td>
              <td data-label="Band" className="whitespace-nowrap">
                {standing.band ? bandWord(framework, standing.band) : "–"}
              </td>
              <td data-label="Change" className="text-right whitespace-nowrap tabular-nums">
                {formatChange(standing.change)}
              </td>
              <td className="whitespace-nowrap">
                {formatDay(standing.submittedAt)}
                <span className="block text-muted">
                  for {PHASE_WORDS[standing.targetPhase].toLowerCase()}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {rows.length > ROWS_MAX ? (
        <TextLink href={`/${organization}/compare`} className="inline-flex min-h-11 items-center self-start">
          Show all {rows.length} units
        </TextLink>
      ) : null}
    </section>
  );
}
