import { DataTable } from "@/components/ui/data-table";
import { InParts } from "@/components/ui/in-turn";
import { TextLink } from "@/components/ui/text-link";
import { type Change, changeOf } from "@/lib/comparison/change";
import type { ComparedUnit } from "@/lib/comparison/compared-unit";
import { columnsOf, OVERALL } from "@/lib/comparison/figures";
import { DIFFERENCE_WORDS } from "@/lib/comparison/words";
import { formatDay } from "@/lib/format/date";
import { formatScore, NO_FIGURE } from "@/lib/format/number";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { type ComparisonView, resultHref } from "./comparison-view";

const ROWS_MAX = 50;

export function ChangeTable({ comparison }: { comparison: ComparisonView }) {
  const { units, framework } = comparison;
  const areas = columnsOf(framework, "areas").filter(({ key }) => key !== OVERALL);
  const changes = units.map((unit) => ({ unit, change: changeOf(unit) }));
  const again = changes.flatMap(({ unit, change }) => (change.kind === "first" ? [] : [{ unit, change }]));
  const first = changes.length - again.length;
  const most =
    again.length > ROWS_MAX ? again.toSorted((a, b) => sizeOf(b.change) - sizeOf(a.change)) : again;
  return (
    <div className="flex flex-col gap-2">
      {again.length > ROWS_MAX ? (
        <p className="text-muted">
          The {ROWS_MAX} of {again.length} units whose readiness changed most.
        </p>
      ) : null}
      {again.length > 0 ? (
        <DataTable label="Change since the assessment before" stacked>
          <thead>
            <tr>
              <th scope="col">Unit</th>
              <th scope="col">Since</th>
              <th scope="col">Verdict</th>
              <th scope="col">Readiness</th>
              <th scope="col">Score</th>
              {areas.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            <InParts items={most.slice(0, ROWS_MAX)}>
              {({ unit, change }) => (
                <Row key={unit.unit.id} {...{ unit, change, areas }} organization={comparison.organization} />
              )}
            </InParts>
          </tbody>
        </DataTable>
      ) : null}
      {first > 0 ? (
        <p className="text-muted">
          {first === changes.length
            ? "No unit has been assessed twice yet."
            : `${first} of ${changes.length} units ${first === 1 ? "has" : "have"} been assessed once only.`}
        </p>
      ) : null}
    </div>
  );
}

/** Points of readiness, up or down; what cannot be compared comes last. */
function sizeOf(change: Exclude<Change, { kind: "first" }>): number {
  return change.kind === "measured" ? Math.abs(change.readiness ?? 0) : -1;
}

function Row({
  unit: { unit, latest },
  change,
  areas,
  organization,
}: {
  unit: ComparedUnit;
  change: Exclude<Change, { kind: "first" }>;
  areas: readonly { key: string; title: string }[];
  organization: string;
}) {
  const { before } = change;
  return (
    <tr>
      <th scope="row" className="min-w-40 font-normal">
        <TextLink href={resultHref(organization, latest.assessmentId)} prefetch={false}>
          {unit.name}
        </TextLink>
      </th>
      <td data-label="Since" className="wide whitespace-nowrap">
        <TextLink href={resultHref(organization, before.assessmentId)} prefetch={false}>
          {formatDay(before.submittedAt)}
        </TextLink>
      </td>
      {change.kind === "measuredDifferently" ? (
        <td colSpan={areas.length + 3} className="wide text-muted">
          Not comparable: {DIFFERENCE_WORDS[change.difference]}
        </td>
      ) : (
        <>
          <td className="wide min-w-36">{verdictWords(change.outcome)}</td>
          {[
            { title: "Readiness", points: change.readiness },
            { title: "Score", points: change.score },
            ...areas.map(({ key, title }) => ({ title, points: change.areas.get(key) ?? null })),
          ].map(({ title, points }) => (
            <td key={title} data-label={title} className="whitespace-nowrap">
              <Points points={points} />
            </td>
          ))}
        </>
      )}
    </tr>
  );
}

function verdictWords({
  before,
  now,
}: {
  before: keyof typeof OUTCOME_WORDS;
  now: keyof typeof OUTCOME_WORDS;
}) {
  if (before === now) return `${OUTCOME_WORDS[now]}, as before`;
  return `${OUTCOME_WORDS[now]}, was ${OUTCOME_WORDS[before].toLowerCase()}`;
}

/** The direction as an arrow, and as a word for those who do not see it: neither color nor sign alone. */
function Points({ points }: { points: number | null }) {
  if (points === null) return NO_FIGURE;
  const size = formatScore(Math.abs(points));
  if (size === formatScore(0)) {
    return (
      <span className="text-muted">
        <span aria-hidden="true">→</span> same
      </span>
    );
  }
  const up = points > 0;
  return (
    <span className={`inline-block whitespace-nowrap ${up ? "text-success" : "text-danger"}`}>
      <span aria-hidden="true">{up ? "↑" : "↓"}</span> <span className="sr-only">{up ? "up" : "down"} </span>
      {size}
    </span>
  );
}
