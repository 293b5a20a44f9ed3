import type { Route } from "next";
import { RATING_TONE } from "@/components/results/headline";
import { RiskMatrix } from "@/components/results/risk-matrix";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { PageSection } from "@/components/ui/page-section";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { formatCount, formatLevel } from "@/lib/format/number";
import { capabilityTitle } from "@/lib/framework/lookup";
import { PITFALL_PROBLEMS, PITFALL_SOLUTIONS } from "@/lib/framework/pitfalls";
import { PITFALL_WORDS } from "@/lib/framework/words";
import type { PitfallOutlook, RiskOutlook, UnitOutlook } from "@/lib/planning/engine/outlook";
import { levelInWords } from "@/lib/planning/reading/plan-words";
import type { Rating } from "@/lib/scoring/result";
import { RATING_WORDS } from "@/lib/scoring/result-words";
import { actionTitle, type PlanView } from "./plan-view";
import { PlannedItems } from "./planned-items";
import { StatusBadge } from "./status-badge";
import { unitPartId } from "./unit-parts";

const SEVERE: readonly Rating[] = ["high", "veryHigh"];

/** The risks and pitfalls of one unit, today and when the plan is done; `registerHref` leads to what is decided. */
export function PlannedRisks({
  view,
  outlook: { unit, risks, pitfalls },
  registerHref,
}: {
  view: PlanView;
  outlook: UnitOutlook;
  registerHref: Route | null;
}) {
  const place = view.plan.units.findIndex(({ name }) => name === unit);
  const titled = (pick: (risk: RiskOutlook) => RiskOutlook["now"]) =>
    risks.map((risk) => ({ ...pick(risk), title: view.lookup.risks.get(risk.key)?.title ?? risk.key }));
  const severe = (pick: (risk: RiskOutlook) => RiskOutlook["now"]) =>
    risks.filter((risk) => SEVERE.includes(pick(risk).rating)).length;
  const lower = risks.filter(({ now, planned }) => now.rating !== planned.rating);
  const same = risks.filter(({ now, planned }) => now.rating === planned.rating);
  return (
    <PageSection
      id={unitPartId(place)}
      title={unit}
      lead={`${severe(({ now }) => now)} of ${formatCount(risks.length, "risk")} are rated high or very high today, ${severe(({ planned }) => planned)} when the plan is done.`}
    >
      {registerHref ? (
        <p>
          Owners, treatments and reviews stand in the{" "}
          <TextLink href={registerHref}>risk register of {unit}</TextLink>.
        </p>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-2">
        <RiskMatrix title={`${unit} today`} risks={titled(({ now }) => now)} />
        <RiskMatrix title={`${unit} when the plan is done`} risks={titled(({ planned }) => planned)} />
      </div>
      <h3 className="text-lg font-semibold">{formatCount(lower.length, "risk")} rated lower by the plan</h3>
      <RiskList view={view} risks={lower} />
      {same.length > 0 ? (
        <Disclosure summary={`${formatCount(same.length, "risk")} rated as today`}>
          <RiskList view={view} risks={same} />
        </Disclosure>
      ) : null}
      <h3 className="text-lg font-semibold">The method's four pitfalls</h3>
      <ul className="grid gap-4 lg:grid-cols-2">
        {pitfalls.map((pitfall) => (
          <li key={pitfall.key} className="flex">
            <PitfallPanel view={view} unit={unit} pitfall={pitfall} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function RiskList({ view, risks }: { view: PlanView; risks: readonly RiskOutlook[] }) {
  return (
    <ul>
      {risks.map(({ key, now, planned, items, missing }) => {
        const risk = view.lookup.risks.get(key);
        return (
          <li key={key} className="flex flex-col gap-2 border-b border-line py-4">
            <h4 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
              {risk?.title ?? key}
              <span className="flex items-center gap-2 font-normal">
                <Badge tone={RATING_TONE[now.rating]}>{RATING_WORDS[now.rating]}</Badge>
                <span aria-hidden="true">→</span>
                <span className="sr-only">, when the plan is done</span>
                <Badge tone={RATING_TONE[planned.rating]}>{RATING_WORDS[planned.rating]}</Badge>
              </span>
              <span className="font-normal text-muted">
                without any control {RATING_WORDS[now.inherent].toLowerCase()}
              </span>
            </h4>
            <dl className="grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
              <div className="md:row-span-2">
                <dt className="text-muted">Mitigations in this plan</dt>
                <dd>
                  <PlannedItems view={view} items={items} />
                  {missing.length > 0 ? (
                    <span className="block text-sm text-muted">
                      Not in this plan: {missing.map((action) => actionTitle(view, { action })).join("; ")}
                    </span>
                  ) : null}
                </dd>
              </div>
              <div>
                <dt className="text-muted">Early warning</dt>
                <dd>{risk?.indicator}</dd>
              </div>
              <div>
                <dt className="text-muted">If it happens all the same</dt>
                <dd>{risk?.contingency}</dd>
              </div>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function PitfallPanel({
  view,
  unit,
  pitfall: { key, risk, status, evidence },
}: {
  view: PlanView;
  unit: string;
  pitfall: PitfallOutlook;
}) {
  const items = evidence.flatMap((capability) => capability.items).sort((a, b) => a.startWeek - b.startWeek);
  return (
    <Panel aria-label={`${PITFALL_WORDS[key]}, ${unit}`} className="flex flex-1 flex-col gap-3">
      <h4 className="flex flex-wrap items-center gap-3 font-semibold">
        {PITFALL_WORDS[key]}
        <StatusBadge status={status} />
      </h4>
      <p>{PITFALL_PROBLEMS[key]}</p>
      <p className="text-muted">
        Rated {RATING_WORDS[risk.now.rating].toLowerCase()} today,{" "}
        {RATING_WORDS[risk.planned.rating].toLowerCase()} when the plan is done.
      </p>
      <div>
        <h5 className="font-medium">What the answers show</h5>
        {evidence.length === 0 ? (
          <p>Every capability that guards against it is at the level required.</p>
        ) : (
          <ul className="list-disc pl-5">
            {evidence.map((capability) => (
              <li key={capability.key}>
                {capabilityTitle(view.lookup, capability.key)}: {levelInWords(capability.levelNow)}, required{" "}
                {capability.required}, {formatLevel(capability.levelPlanned)} as planned
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h5 className="font-medium">{PITFALL_SOLUTIONS[key]}</h5>
        <PlannedItems view={view} items={items} />
      </div>
    </Panel>
  );
}
