import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { formatChange } from "@/lib/format/change";
import { formatDay } from "@/lib/format/date";
import { formatRange, formatScore } from "@/lib/format/number";
import type { Framework } from "@/lib/framework/types";
import { PHASE_WORDS } from "@/lib/framework/words";
import { bandWord } from "@/lib/scoring/result-words";
import type { Standing } from "@/lib/units/standing";
import { OutcomeBadge } from "./outcome-badge";

export type WorthMost = { capability: string; title: string; gain: number };

export function LatestResult({
  organization,
  standing,
  framework,
  gaps,
}: {
  organization: string;
  standing: Standing;
  /** That of the result. */
  framework: Pick<Framework, "levels">;
  /** The gaps worth most, best first. */
  gaps: readonly WorthMost[];
}) {
  const { assessmentId, outcome, readiness, band, targetPhase, submittedAt, change } = standing;
  const { value, low, high } = readiness;
  const range = formatRange(low, high);
  return (
    <Panel aria-labelledby="latest-title" className="flex flex-col gap-6">
      <div className="grid gap-6 sm:grid-cols-2">
        <div className="flex flex-col items-start gap-3">
          <h2 id="latest-title" className="text-xl font-semibold">
            Latest result
          </h2>
          <OutcomeBadge outcome={outcome} />
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-4xl font-semibold tabular-nums">{formatScore(value)}</span>
            <span>
              readiness for {PHASE_WORDS[targetPhase].toLowerCase()}
              {range === formatScore(value) ? null : `, could be ${range}`}
            </span>
          </p>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <Fact term="Score band">{band ? bandWord(framework, band) : "Not assessed"}</Fact>
            {change === null ? null : <Fact term="Since last time">{formatChange(change)} points</Fact>}
            <Fact term="Submitted">{formatDay(submittedAt)}</Fact>
          </dl>
        </div>
        {gaps.length > 0 ? (
          <div>
            <h3 className="text-lg font-semibold">Gaps worth most</h3>
            <ol className="mt-2 divide-y divide-line border-y border-line">
              {gaps.map(({ capability, title, gain }) => (
                <li key={capability} className="flex justify-between gap-4 py-2">
                  <span>{title}</span>
                  <span className="whitespace-nowrap tabular-nums">{formatScore(gain)} points</span>
                </li>
              ))}
            </ol>
          </div>
        ) : null}
      </div>
      <div>
        <ButtonLink href={`/${organization}/assessments/${assessmentId}/results`} variant="secondary">
          Open the result
        </ButtonLink>
      </div>
    </Panel>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="tabular-nums">{children}</dd>
    </>
  );
}
