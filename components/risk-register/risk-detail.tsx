import type { ReactNode } from "react";
import { actionTitle, type PlanView, planHref } from "@/components/planning/plan-view";
import { PlannedItems } from "@/components/planning/planned-items";
import { RATING_TONE } from "@/components/results/headline";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { formatPercent } from "@/lib/format/number";
import { capabilityTitle, type Lookup } from "@/lib/framework/lookup";
import type { Risk } from "@/lib/framework/types";
import type { RegisterRisk } from "@/lib/risk-register/register";
import type { Rating } from "@/lib/scoring/result";
import { RATING_WORDS } from "@/lib/scoring/result-words";

type RiskDetailProps = {
  about: Risk;
  risk: RegisterRisk;
  /** Null without a plan for the unit. */
  plan: (PlanView & { name: string }) | null;
  lookup: Lookup;
};

/** How a risk is rated and why, and what lowers it. */
export function RiskDetail({ about, risk: { now, outlook, entries }, plan, lookup }: RiskDetailProps) {
  const [entry] = entries;
  const drivers = now.contributors.filter(({ share }) => share > 0);
  return (
    <dl className="grid gap-6 md:grid-cols-2">
      <Fact name="Rating">
        <ol className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Rated name="Without controls" rating={now.inherent} />
          <Rated name="Today" rating={now.rating} />
          {outlook ? <Rated name="As planned" rating={outlook.planned.rating} /> : null}
        </ol>
        <span className="block text-muted">
          Likelihood {now.likelihood} of 5, impact {now.impact} of 5
          {outlook ? `; as planned ${outlook.planned.likelihood} and ${outlook.planned.impact}` : ""}
        </span>
      </Fact>
      <Fact name="Driven by">
        {drivers.length === 0
          ? "Nothing: every capability that holds it back is at the level required"
          : drivers
              .map(
                ({ capability, share }) => `${capabilityTitle(lookup, capability)} ${formatPercent(share)}`,
              )
              .join(", ")}
      </Fact>
      <Fact name="Mitigations">
        {plan && outlook ? (
          <>
            <span className="block text-muted">
              In the plan <TextLink href={planHref(plan.organization, plan.id)}>{plan.name}</TextLink>:
            </span>
            <PlannedItems view={plan} items={outlook.items} />
            {outlook.missing.length > 0 ? (
              <span className="block text-sm text-muted">
                Not in the plan:{" "}
                {outlook.missing.map((action) => actionTitle({ lookup }, { action })).join("; ")}
              </span>
            ) : null}
          </>
        ) : (
          <ul className="list-disc pl-5">
            {about.mitigations.map((action) => (
              <li key={action}>{actionTitle({ lookup }, { action })}</li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact name="Early warning">{entry?.indicator || about.indicator}</Fact>
      <Fact name="If it happens all the same">{entry?.contingency || about.contingency}</Fact>
    </dl>
  );
}

function Rated({ name, rating }: { name: string; rating: Rating }) {
  return (
    <li className="flex items-center gap-2">
      {name} <Badge tone={RATING_TONE[rating]}>{RATING_WORDS[rating]}</Badge>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd className="flex flex-col gap-1">{children}</dd>
    </div>
  );
}
