import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { type Explanation, explainReadiness, explainScore } from "@/lib/evaluation/explain";
import { explainConfidence, explainVerdict } from "@/lib/evaluation/explain-verdict";
import type { VerdictChange } from "@/lib/evaluation/verdict-change";
import { formatPercent, formatRange, formatScore } from "@/lib/format/number";
import { PHASE_WORDS } from "@/lib/framework/words";
import type { Rating, Severity } from "@/lib/scoring/result";
import {
  bandWord,
  CONFIDENCE_WORDS,
  OUTCOME_WORDS,
  RATING_WORDS,
  SEVERITY_WORDS,
} from "@/lib/scoring/result-words";
import type { ResultsView } from "./view";
import { Why } from "./why";

export const SEVERITY_TONE: Record<Severity, Tone> = {
  none: "success",
  minor: "neutral",
  moderate: "warning",
  major: "danger",
  critical: "danger",
};

export const RATING_TONE: Record<Rating, Tone> = {
  veryLow: "success",
  low: "neutral",
  moderate: "warning",
  high: "danger",
  veryHigh: "danger",
};

/** The first screen: the answer, how sure it is, and what to look at first. */
export function Headline({ view }: { view: ResultsView }) {
  const { result, asked, states } = view;
  const phase = PHASE_WORDS[result.targetPhase].toLowerCase();
  return (
    <Panel aria-labelledby="verdict">
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-5">
          <Verdict view={view} phase={phase} />
          <TopGaps view={view} phase={phase} />
          <WorstRisk view={view} />
        </div>
        <dl className="flex flex-col gap-3">
          <Figure
            label={`Readiness for ${phase}`}
            explanation={explainReadiness(result.readiness, states, result.targetPhase)}
          >
            <span className="text-5xl font-semibold tracking-tight tabular-nums" data-figure="readiness">
              {formatScore(result.readiness.value)}
            </span>
            <span className="text-muted"> of 100</span>
            <span className="block text-muted">
              {result.readiness.low === result.readiness.high
                ? "Nothing open could move it: "
                : "Could still be "}
              <span className="whitespace-nowrap tabular-nums text-ink" data-figure="readiness-bounds">
                {formatRange(result.readiness.low, result.readiness.high)}
              </span>
            </span>
          </Figure>
          <Figure label="Score" explanation={explainScore(result, asked)}>
            <span className="text-2xl font-semibold tabular-nums" data-figure="score">
              {formatScore(result.score.value)}
            </span>{" "}
            {result.score.band ? bandWord(asked, result.score.band) : "Not assessed"}
            {result.score.heldBackBy ? (
              <span className="text-muted">, held back by {view.titleOf(result.score.heldBackBy)}</span>
            ) : null}
          </Figure>
          <Figure label="Confidence" explanation={explainConfidence(result, states)}>
            <span className="text-2xl font-semibold">{CONFIDENCE_WORDS[result.confidence.label]}</span>{" "}
            <span className="text-muted">
              {formatPercent(result.completeness)} answered, {formatPercent(result.confidence.evidence)} with
              evidence
            </span>
          </Figure>
        </dl>
      </div>
    </Panel>
  );
}

type FigureProps = { label: string; explanation: Explanation; children: ReactNode };

function Figure({ label, explanation, children }: FigureProps) {
  return (
    <div>
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
      <dd>
        <Why explanations={[explanation]} />
      </dd>
    </div>
  );
}

function Verdict({ view, phase }: { view: ResultsView; phase: string }) {
  const { outcome, reasons } = view.result.verdict;
  return (
    <div className="flex flex-col gap-2">
      <h2 id="verdict" className="text-2xl font-semibold">
        {OUTCOME_WORDS[outcome]}
        {outcome === "insufficientEvidence" ? null : (
          <span className="font-normal text-muted"> for {phase}</span>
        )}
      </h2>
      <Reasons reasons={reasons.slice(0, 3)} />
      {reasons.length > 3 ? (
        <Disclosure summary={`${reasons.length - 3} more reasons`}>
          <Reasons reasons={reasons.slice(3)} />
        </Disclosure>
      ) : null}
      <div className="flex flex-wrap gap-x-6">
        <Why explanations={[explainVerdict(view.result, view.states, view.assessment.suitability)]} />
        <ChangeOfVerdict change={view.change} view={view} />
      </div>
    </div>
  );
}

function Reasons({ reasons }: { reasons: ResultsView["result"]["verdict"]["reasons"] }) {
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5">
      {reasons.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function TopGaps({ view, phase }: { view: ResultsView; phase: string }) {
  const { gaps } = view.result;
  return (
    <div>
      <h3 className="text-lg font-semibold">The gaps worth most</h3>
      {gaps.length === 0 ? (
        <p className="text-muted">No capability is below what {phase} requires.</p>
      ) : (
        <ol className="mt-1 flex flex-col gap-1">
          {gaps.slice(0, 3).map((gap) => (
            <li key={gap.capability} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a href={`#gap-${gap.capability}`} className="text-accent underline underline-offset-3">
                {view.titleOf(gap.capability)}
              </a>
              <Badge tone={SEVERITY_TONE[gap.severity]}>{SEVERITY_WORDS[gap.severity]}</Badge>
              <span className="text-muted">{formatScore(gap.gain)} points</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function WorstRisk({ view }: { view: ResultsView }) {
  const [worst] = view.result.risks;
  return (
    <div>
      <h3 className="text-lg font-semibold">The worst risk</h3>
      {worst ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <a href={`#risk-${worst.key}`} className="text-accent underline underline-offset-3">
            {view.risks.get(worst.key)?.title ?? worst.key}
          </a>
          <Badge tone={RATING_TONE[worst.rating]}>{RATING_WORDS[worst.rating]}</Badge>
        </p>
      ) : (
        <p className="text-muted">No risk could be rated.</p>
      )}
    </div>
  );
}

function ChangeOfVerdict({ change, view }: { change: VerdictChange | null; view: ResultsView }) {
  const { settlingQuestions } = view.result;
  if (!change && settlingQuestions.length === 0) return null;
  return (
    <Disclosure summary="What would change this verdict" className="max-w-full min-w-0">
      <div className="flex flex-col gap-3">
        {change ? (
          <>
            <p>
              {change.close.length > 0 ? "Bringing these to the required level" : "Settling the points below"}{" "}
              would make it <strong>{OUTCOME_WORDS[change.outcome].toLowerCase()}</strong>
              {change.close.length > 0 && change.also.length > 0
                ? ", together with the points below them"
                : null}
              . No shorter list does.
            </p>
            <ul className="flex list-disc flex-col gap-1 pl-5">
              {change.close.map((key) => (
                <li key={key}>
                  <a href={`#gap-${key}`}>{view.titleOf(key)}</a>
                </li>
              ))}
              {change.also.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        ) : null}
        {settlingQuestions.length > 0 ? (
          <>
            <p>Answers still open could change it. These would settle it soonest:</p>
            <ul className="flex list-disc flex-col gap-1 pl-5">
              {settlingQuestions.map((key) => (
                <li key={key}>
                  <a href={`#question-${key}`}>{view.questions.get(key)?.text ?? key}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Disclosure>
  );
}
