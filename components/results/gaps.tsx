import { Waterfall } from "@/components/charts/waterfall";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { InParts } from "@/components/ui/in-turn";
import { PageSection } from "@/components/ui/page-section";
import { explainGain } from "@/lib/evaluation/explain";
import { gapFinding } from "@/lib/evaluation/findings";
import { formatCount, formatLevel, formatScore } from "@/lib/format/number";
import { totalWeight } from "@/lib/scoring/attainment";
import type { Gap } from "@/lib/scoring/result";
import { SEVERITY_WORDS } from "@/lib/scoring/result-words";
import { SEVERITY_TONES } from "@/lib/scoring/tones";
import { SEVERITY_TONE } from "./headline";
import type { ResultsView } from "./view";
import { Why } from "./why";

export function Gaps({ view }: { view: ResultsView }) {
  const { result } = view;
  return (
    <PageSection
      id="gaps"
      title="Gaps"
      lead="Each gap is worth a number of readiness points. Readiness and all gains together are exactly 100."
    >
      {result.gaps.length === 0 ? (
        <p>No capability is below the level that the target phase requires.</p>
      ) : (
        <>
          <Waterfall
            title={gapFinding(result)}
            start={{ label: "Readiness today", value: result.readiness.value }}
            steps={result.gaps.map(({ capability, gain, severity }) => ({
              key: capability,
              label: view.titleOf(capability),
              change: gain,
              tone: SEVERITY_TONES[severity],
              href: `#gap-${capability}`,
            }))}
            end={{ label: "All gaps closed" }}
            names={{ row: "Gap", change: "Gain", total: "Readiness after" }}
          />
          <ol className="flex flex-col">
            <InParts items={result.gaps} size={5}>
              {(gap) => <GapItem key={gap.capability} gap={gap} view={view} />}
            </InParts>
          </ol>
        </>
      )}
    </PageSection>
  );
}

function GapItem({ gap, view }: { gap: Gap; view: ResultsView }) {
  const { capability: key, severity, gain, actions } = gap;
  const state = view.states.find(({ capability }) => capability.key === key);
  const result = view.result.areas.flatMap((area) => area.capabilities).find((found) => found.key === key);
  const total = totalWeight(view.states);
  return (
    <li id={`gap-${key}`} className="scroll-mt-4 border-b border-line py-4 target:bg-accent-tint">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="text-lg font-semibold">{view.titleOf(key)}</h3>
        <Badge tone={SEVERITY_TONE[severity]}>{SEVERITY_WORDS[severity]}</Badge>
        <span className="tabular-nums">
          {formatScore(gain)} points · level {formatLevel(result?.level ?? null)} of {result?.required}
        </span>
      </div>
      <div className="flex flex-wrap gap-x-6">
        {state && result ? (
          <Why of={view.titleOf(key)} explanations={[explainGain(result, state, total)]} />
        ) : null}
        <Disclosure
          summary={`${actions.length} ${actions.length === 1 ? "action closes" : "actions close"} it`}
          className="max-w-full min-w-0"
        >
          <ol className="flex flex-col gap-4">
            {actions.map((actionKey) => {
              const action = view.actions.get(actionKey);
              if (!action) return null;
              return (
                <li key={actionKey} className="border-l-2 border-line-strong pl-4">
                  <p className="font-medium">
                    {action.title}{" "}
                    <span className="font-normal text-muted">
                      (level {action.from} to {action.to})
                    </span>
                  </p>
                  <p>Done when: {action.done}</p>
                  <p className="text-muted">
                    {formatCount(action.personWeeks, "person-week")} in{" "}
                    {formatCount(action.elapsedWeeks, "week")} · {view.roles.get(action.role)} ·{" "}
                    {view.windows.get(action.window)}
                  </p>
                </li>
              );
            })}
          </ol>
        </Disclosure>
      </div>
    </li>
  );
}
