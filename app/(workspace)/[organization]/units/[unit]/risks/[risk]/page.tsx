import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RiskDetail } from "@/components/risk-register/risk-detail";
import { RiskForm } from "@/components/risk-register/risk-form";
import { RiskHistory } from "@/components/risk-register/risk-history";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader, TitledPanel } from "@/components/ui/panel";
import { openForm } from "@/lib/forms/form-state";
import { riskForm } from "@/lib/risk-register/entry-form";
import { decideRiskAction } from "../actions";
import { loadRegister } from "../load-register";

type Props = PageProps<"/[organization]/units/[unit]/risks/[risk]">;

async function loadRisk({ params }: Props) {
  const { organization, unit: id, risk: key } = await params;
  const register = await loadRegister(organization, id);
  const risk = register.risks.find(({ now }) => now.key === key);
  const about = register.lookup.risks.get(key);
  return risk && about ? { ...register, organization, risk, about } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { about, unit } = await loadRisk(props);
  return { title: `${about.title}: ${unit.name}` };
}

export default async function RiskPage(props: Props) {
  const { organization, unit, risk, about, lookup, stored, framework, mayEdit } = await loadRisk(props);
  const [current] = risk.entries;
  const href = `/${organization}/units/${unit.id}/risks`;
  const plan = stored && {
    organization,
    id: stored.id,
    name: stored.name,
    framework,
    lookup,
    request: stored.request,
    plan: stored.plan,
    mayEdit: false,
  };
  return (
    <>
      <PageHeader
        title={about.title}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Units", href: `/${organization}/units` },
              { label: unit.name, href: `/${organization}/units/${unit.id}` },
              { label: "Risk register", href },
            ]}
          />
        }
        lead={`${about.cause} ${about.event} ${about.consequence}`}
      />
      <div className="flex flex-col gap-10">
        <RiskDetail about={about} risk={risk} plan={plan} lookup={lookup} />
        {mayEdit ? (
          <TitledPanel id="decision-title" title="What is decided" className="gap-6">
            <RiskForm
              action={decideRiskAction.bind(null, organization, { unitId: unit.id, risk: about.key })}
              initial={openForm(riskForm(current ?? null))}
              placeholders={{ contingency: about.contingency, indicator: about.indicator }}
              cancelHref={href}
            />
          </TitledPanel>
        ) : null}
        <RiskHistory entries={risk.entries} />
      </div>
    </>
  );
}
