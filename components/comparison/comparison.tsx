import { Callout } from "@/components/ui/callout";
import { PageSection } from "@/components/ui/page-section";
import { PartsNavigation } from "@/components/ui/parts-navigation";
import { changeOf } from "@/lib/comparison/change";
import type { ComparedUnit, NotCompared } from "@/lib/comparison/compared-unit";
import { findings } from "@/lib/comparison/findings";
import { transfers as findTransfers } from "@/lib/comparison/transfers";
import { DEPTH_WORDS, PHASE_WORDS } from "@/lib/framework/words";
import { ChangeTable } from "./change-table";
import type { ComparisonView } from "./comparison-view";
import { HeatMap } from "./heat-map";
import { NotComparedList } from "./not-compared";
import { Overlay } from "./overlay";
import { Ranking } from "./ranking";
import { SpreadTable } from "./spread-table";
import { TransferTable } from "./transfer-table";
import { WeaknessTables } from "./weakness-tables";

const PARTS = [
  ["heat-map", "Heat map"],
  ["ranking", "Ranking"],
  ["overlay", "Overlay"],
  ["spread", "Spread"],
  ["weaknesses", "Weaknesses"],
  ["transfers", "Transfer pairs"],
  ["changes", "Changes"],
] as const;

/** Two units or more side by side, from what stands out down to the single pair. */
export function Comparison({ comparison }: { comparison: ComparisonView }) {
  const { units, framework } = comparison;
  const transfers = findTransfers(units);
  const sentences = findings(units, framework, transfers);
  const mixed = mixtures(units);
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="findings-title" className="flex flex-col gap-3">
        <h2 id="findings-title" className="text-2xl font-semibold tracking-tight">
          What stands out
        </h2>
        <ul className="flex list-disc flex-col gap-1 pl-5 text-lg">
          {sentences.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
        {mixed.length > 0 ? (
          <Callout title="Not all units were measured the same way">
            <ul className="list-disc pl-5">
              {mixed.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Callout>
        ) : null}
      </section>
      <PartsNavigation label="Parts of the comparison" parts={PARTS} />
      <PageSection id="heat-map" title="Heat map">
        <HeatMap comparison={comparison} />
      </PageSection>
      <PageSection id="ranking" title="Ranking">
        <Ranking comparison={comparison} />
      </PageSection>
      <PageSection
        id="overlay"
        title="Overlay"
        lead="Up to four units laid over each other, and where they stand among all."
      >
        <Overlay comparison={comparison} />
      </PageSection>
      <PageSection id="spread" title="Spread">
        <SpreadTable comparison={comparison} />
      </PageSection>
      <PageSection
        id="weaknesses"
        title="Common and local weaknesses"
        lead="Capabilities in which units are a level or more short of what their target phase requires."
      >
        <WeaknessTables comparison={comparison} transfers={transfers} />
      </PageSection>
      <PageSection
        id="transfers"
        title="Transfer pairs"
        lead="A unit that already has what another one lacks can teach it. The pair worth most readiness points comes first."
      >
        <TransferTable comparison={comparison} transfers={transfers} />
      </PageSection>
      <PageSection id="changes" title="Changes since the assessment before" lead={changesLead(units)}>
        <ChangeTable comparison={comparison} />
      </PageSection>
    </div>
  );
}

export function NotComparedSection({
  organization,
  units,
}: {
  organization: string;
  units: readonly NotCompared[];
}) {
  if (units.length === 0) return null;
  return (
    <PageSection
      id="not-compared"
      title={`Not compared: ${units.length} ${units.length === 1 ? "unit" : "units"}`}
      lead="Not assessed, or assessed with another major version of the framework. They are in none of the figures."
    >
      <NotComparedList organization={organization} units={units} />
    </PageSection>
  );
}

/** What to bear in mind where the units aim at different phases or were asked different questions. */
function mixtures(units: readonly ComparedUnit[]): string[] {
  const phases = counted(units.map(({ latest }) => PHASE_WORDS[latest.targetPhase].toLowerCase()));
  const depths = counted(units.map(({ latest }) => DEPTH_WORDS[latest.depth].toLowerCase()));
  return [
    ...(phases.length > 1
      ? [
          `Readiness and gap are against each unit's own target phase: ${phases.join(", ")}. The score is not.`,
        ]
      : []),
    ...(depths.length > 1
      ? [`Depth of the assessments: ${depths.join(", ")}. A quick one does not ask every capability.`]
      : []),
  ];
}

function counted(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word, count]) => `${count} ${word}`);
}

function changesLead(units: readonly ComparedUnit[]): string | undefined {
  const measured = units.some((unit) => changeOf(unit).kind === "measured");
  return measured ? "In points, where both assessments measured the same." : undefined;
}
