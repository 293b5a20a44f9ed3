import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { InParts } from "@/components/ui/in-turn";
import { PageSection } from "@/components/ui/page-section";
import { explainRisk } from "@/lib/evaluation/explain";
import { riskFinding } from "@/lib/evaluation/findings";
import { formatCount } from "@/lib/format/number";
import { PITFALL_WORDS } from "@/lib/framework/words";
import type { RiskResult } from "@/lib/scoring/result";
import { RATING_WORDS } from "@/lib/scoring/result-words";
import { RATING_TONE } from "./headline";
import { RiskMatrix } from "./risk-matrix";
import type { ResultsView } from "./view";
import { Why } from "./why";

export function Risks({ view }: { view: ResultsView }) {
  const { risks } = view.result;
  const minor = risks.filter(({ rating }) => rating === "low" || rating === "veryLow");
  const major = risks.slice(0, risks.length - minor.length);
  return (
    <PageSection
      id="risks"
      title="Risks"
      lead="Likelihood follows from the shortfall of the capabilities that hold a risk back; impact from what is at stake."
    >
      <RiskMatrix
        title={riskFinding(risks)}
        risks={risks.map((risk) => ({ ...risk, title: view.risks.get(risk.key)?.title ?? risk.key }))}
      />
      {major.length > 0 ? <RiskList risks={major} view={view} /> : null}
      {minor.length > 0 ? (
        <Disclosure summary={`${formatCount(minor.length, "risk")} rated low or very low`}>
          <RiskList risks={minor} view={view} />
        </Disclosure>
      ) : null}
    </PageSection>
  );
}

function RiskList({ risks, view }: { risks: readonly RiskResult[]; view: ResultsView }) {
  return (
    <ol className="flex flex-col">
      <InParts items={risks} size={5}>
        {(risk) => <RiskItem key={risk.key} result={risk} view={view} />}
      </InParts>
    </ol>
  );
}

function RiskItem({ result, view }: { result: RiskResult; view: ResultsView }) {
  const risk = view.risks.get(result.key);
  if (!risk) return null;
  const levels = new Map(view.states.map(({ capability, level }) => [capability.key, level ?? 1]));
  const owner = (key: string) => key.slice(0, key.lastIndexOf(".to-"));
  const open = risk.mitigations.flatMap((key) => {
    const action = view.actions.get(key);
    return action && action.to > (levels.get(owner(key)) ?? 1) ? [action] : [];
  });
  return (
    <li id={`risk-${result.key}`} className="scroll-mt-4 border-b border-line py-4 target:bg-accent-tint">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="text-lg font-semibold">{risk.title}</h3>
        <Badge tone={RATING_TONE[result.rating]}>{RATING_WORDS[result.rating]}</Badge>
        <span className="text-muted">
          Inherent {RATING_WORDS[result.inherent].toLowerCase()} · with accepted actions{" "}
          {RATING_WORDS[result.residual].toLowerCase()}
          {risk.pitfall ? ` · pitfall: ${PITFALL_WORDS[risk.pitfall].toLowerCase()}` : ""}
        </span>
      </div>
      <p className="mt-1 max-w-prose">
        {risk.cause} {risk.event} {risk.consequence}
      </p>
      <div className="flex flex-wrap gap-x-6">
        <Why of={risk.title} explanations={[explainRisk(result, risk, view.assessment.unit, view.states)]} />
        <Disclosure summary="What to do" className="max-w-full min-w-0">
          <dl className="flex max-w-prose flex-col gap-3">
            <div>
              <dt className="font-medium">Early warning</dt>
              <dd>{risk.indicator}</dd>
            </div>
            <div>
              <dt className="font-medium">If it happens</dt>
              <dd>{risk.contingency}</dd>
            </div>
            {open.length > 0 ? (
              <div>
                <dt className="font-medium">Actions that lower it</dt>
                <dd>
                  <ul className="flex list-disc flex-col gap-1 pl-5">
                    {open.map(({ key, title }) => (
                      <li key={key}>{title}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            ) : null}
          </dl>
        </Disclosure>
      </div>
    </li>
  );
}
