import { Bars } from "@/components/charts/bars";
import { Radar } from "@/components/charts/radar";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { InTurn } from "@/components/ui/in-turn";
import { PageSection } from "@/components/ui/page-section";
import { Panel } from "@/components/ui/panel";
import { explainAreaScore, explainGap, explainLevel, explainReadiness } from "@/lib/evaluation/explain";
import { areaFinding, capabilityFinding } from "@/lib/evaluation/findings";
import { requiredScore } from "@/lib/evaluation/required-score";
import { formatLevel, formatRange, formatScore } from "@/lib/format/number";
import { PHASE_WORDS } from "@/lib/framework/words";
import type { AreaResult, CapabilityResult } from "@/lib/scoring/result";
import { bandWord, SEVERITY_WORDS } from "@/lib/scoring/result-words";
import { SEVERITY_TONES } from "@/lib/scoring/tones";
import { SEVERITY_TONE } from "./headline";
import type { ResultsView } from "./view";
import { Why } from "./why";

export function Areas({ view }: { view: ResultsView }) {
  const { result, previous, asked, assessment } = view;
  const phase = PHASE_WORDS[result.targetPhase].toLowerCase();
  const areas = asked.areas.flatMap((area) => {
    const own = result.areas.find(({ key }) => key === area.key);
    return own ? [{ area, own }] : [];
  });
  const earlier = (key: string) => previous?.areas.find((area) => area.key === key)?.score.value ?? null;
  return (
    <PageSection
      id="areas"
      title="Areas and capabilities"
      lead="The score says how far each area has come. Readiness says how much of what the target phase requires is there."
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <Radar
          title={`Score by area against what ${phase} requires`}
          axes={areas.map(({ area }) => area.title)}
          series={[
            { name: "This assessment", values: areas.map(({ own }) => own.score.value) },
            { name: `Required for ${phase}`, values: areas.map(({ area }) => requiredScore(area, result)) },
            ...(previous
              ? [{ name: "Last assessment", values: areas.map(({ area }) => earlier(area.key)) }]
              : []),
          ]}
          explore
        />
        <Bars
          title={areaFinding(result, asked, assessment.unit.name)}
          note="Readiness by area. The line shows what it could still become."
          rows={areas.map(({ area, own }) => ({
            key: area.key,
            label: area.title,
            ...own.readiness,
            href: `#area-${area.key}`,
          }))}
          names={{ row: "Area", value: "Readiness", low: "At least", high: "At most", range: "Could be" }}
          explore
        />
      </div>
      <CapabilityBars view={view} />
      {areas.map(({ area, own }) => (
        <InTurn key={area.key}>
          <AreaPanel title={area.title} area={own} view={view} />
        </InTurn>
      ))}
    </PageSection>
  );
}

/** Sorted by gap, the largest first, so that the list reads as a to-do. */
function CapabilityBars({ view }: { view: ResultsView }) {
  const { result } = view;
  const capabilities = result.areas
    .flatMap((area) => area.capabilities)
    .filter(({ status }) => status !== "excluded")
    .toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  return (
    <Bars
      title={capabilityFinding(result, result.targetPhase)}
      note="Level 1 to 5 of each capability, the largest gap first. The mark is the required level."
      domain={[1, 5]}
      format="level"
      rows={capabilities.map(({ key, level, required, severity }) => ({
        key,
        label: view.titleOf(key),
        value: level,
        target: required,
        tone: severity ? SEVERITY_TONES[severity] : 0,
        href: `#capability-${key}`,
      }))}
      names={{ row: "Capability", value: "Level", target: "Required" }}
    />
  );
}

function AreaPanel({ title, area, view }: { title: string; area: AreaResult; view: ResultsView }) {
  const { score, readiness } = area;
  return (
    <Panel
      id={`area-${area.key}`}
      aria-labelledby={`area-${area.key}-title`}
      className="flex scroll-mt-4 flex-col gap-3"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 id={`area-${area.key}-title`} className="text-xl font-semibold">
          {title}
        </h3>
        <p className="tabular-nums">
          Readiness <strong data-figure={`readiness-${area.key}`}>{formatScore(readiness.value)}</strong>{" "}
          <span className="text-muted">({formatRange(readiness.low, readiness.high)})</span> · Score{" "}
          <strong data-figure={`score-${area.key}`}>{formatScore(score.value)}</strong>
          {score.band ? ` ${bandWord(view.asked, score.band)}` : ""}
          {score.heldBackBy ? (
            <span className="text-muted">, held back by {view.titleOf(score.heldBackBy)}</span>
          ) : null}
        </p>
      </div>
      <Why
        of={title}
        explanations={[
          explainReadiness(
            readiness,
            view.states.filter((state) => state.area.key === area.key),
            view.result.targetPhase,
          ),
          explainAreaScore(area, view.asked),
        ]}
      />
      <DataTable label={`Capabilities of ${title}`} stacked>
        <thead>
          <tr>
            <th scope="col">Capability</th>
            <th scope="col">Level</th>
            <th scope="col">Required</th>
            <th scope="col">Gap</th>
            <th scope="col">Severity</th>
            <th scope="col">Score</th>
            <th scope="col">Gain</th>
          </tr>
        </thead>
        <tbody>
          {area.capabilities.map((capability) => (
            <CapabilityRow key={capability.key} capability={capability} view={view} />
          ))}
        </tbody>
      </DataTable>
    </Panel>
  );
}

function CapabilityRow({ capability, view }: { capability: CapabilityResult; view: ResultsView }) {
  const { key, status, level, required, gap, severity, score, gain, contested } = capability;
  const state = view.states.find((found) => found.capability.key === key);
  return (
    <tr id={`capability-${key}`} className="tabular-nums target:bg-accent-tint">
      <th scope="row" className="min-w-40 font-normal sm:min-w-56">
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <span>
            {view.titleOf(key)}
            {state?.capability.gating ? <span className="text-muted"> (gating)</span> : null}
            {contested.length > 0 ? <span className="text-muted"> (contested)</span> : null}
          </span>
          {state ? (
            <Why
              of={view.titleOf(key)}
              explanations={[explainLevel(state), explainGap(capability, state.capability.gating)]}
            />
          ) : null}
        </div>
      </th>
      <td data-label="Level">
        {status === "excluded" ? "Not applicable" : status === "unknown" ? "Unknown" : formatLevel(level)}
      </td>
      <td data-label="Required">{required}</td>
      <td data-label="Gap">{formatLevel(gap)}</td>
      <td>{severity ? <Badge tone={SEVERITY_TONE[severity]}>{SEVERITY_WORDS[severity]}</Badge> : "–"}</td>
      <td data-label="Score">{formatScore(score)}</td>
      <td data-label="Gain" data-figure={`gain-${key}`}>
        {formatScore(gain)}
      </td>
    </tr>
  );
}
