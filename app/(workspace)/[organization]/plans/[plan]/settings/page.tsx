import { planHref } from "@/components/planning/plan-view";
import { SettingsForm } from "@/components/planning/settings-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/panel";
import { planForm } from "@/lib/planning/requests/plan-form";
import { technologyCapabilities } from "@/lib/planning/technology";
import { titled } from "../../../title";
import { CHANGE_FAILURES } from "../../outcome-words";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("Change what is asked for");

export default async function PlanSettingsPage({
  params,
}: PageProps<"/[organization]/plans/[plan]/settings">) {
  const { organization, plan: id } = await params;
  const { stored, view } = await loadPlan(organization, id);
  const { framework, mayEdit } = view;
  const href = planHref(organization, id);
  return (
    <>
      <PageHeader
        title="Change what is asked for"
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Plans", href: `/${organization}/plans` },
              { label: stored.name, href },
            ]}
          />
        }
        lead="You see what changes before anything is stored. What was locked or left out by hand stays so."
      />
      {mayEdit ? (
        <SettingsForm
          action={`${href}/change`}
          values={planForm(stored.name, framework, stored.request)}
          fields={{}}
          roles={framework.roles}
          technology={technologyCapabilities(framework)}
          cancelHref={href}
        />
      ) : (
        <Callout
          tone="warning"
          title={CHANGE_FAILURES[stored.status === "signedOff" ? "signed-off" : "forbidden"]}
        />
      )}
    </>
  );
}
