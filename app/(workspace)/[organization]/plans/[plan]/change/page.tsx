import { DifferenceView } from "@/components/planning/difference";
import { actionTitle, itemHref, planHref } from "@/components/planning/plan-view";
import { SettingsForm } from "@/components/planning/settings-form";
import { SplitForm } from "@/components/planning/split-form";
import { ActionForm } from "@/components/ui/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/panel";
import { listInWords } from "@/lib/format/names";
import { formatCount } from "@/lib/format/number";
import { type PlanChange, readChange } from "@/lib/planning/changes/plan-change";
import { typedPlan } from "@/lib/planning/requests/plan-form";
import { typedParts } from "@/lib/planning/requests/split-form";
import { technologyCapabilities } from "@/lib/planning/technology";
import { tryChange } from "@/lib/server/planning/requests";
import { sentWith } from "../../../sent-with";
import { titled } from "../../../title";
import { applyChangeAction } from "../../actions";
import { CHANGE_FAILURES } from "../../outcome-words";
import { loadPlan } from "../load-plan";

export const generateMetadata = titled("What would change");

export default async function ChangePage({
  params,
  searchParams,
}: PageProps<"/[organization]/plans/[plan]/change">) {
  const { organization, plan: id } = await params;
  const { member, stored, view } = await loadPlan(organization, id);
  const { framework, mayEdit } = view;
  const href = planHref(organization, id);
  const sent = await sentWith(searchParams);
  const read = readChange(sent, framework);
  const split =
    sent.get("do") === "split"
      ? stored.plan.items.find(
          ({ unit, action }) => unit === sent.get("unit") && action === sent.get("action"),
        )
      : undefined;
  const made = "change" in read && mayEdit ? await tryChange(member, framework, stored, read.change) : null;
  const back =
    "change" in read && "action" in read.change
      ? itemHref(view, read.change)
      : "change" in read && read.change.do === "settings"
        ? (`${href}/settings` as const)
        : href;
  return (
    <>
      <PageHeader
        title="What would change"
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Plans", href: `/${organization}/plans` },
              { label: stored.name, href },
            ]}
          />
        }
        lead={"change" in read ? leadOf(read.change, (action) => actionTitle(view, { action })) : undefined}
      />
      {!mayEdit ? (
        <Callout
          tone="warning"
          title={CHANGE_FAILURES[stored.status === "signedOff" ? "signed-off" : "forbidden"]}
        />
      ) : "fields" in read ? (
        sent.get("do") === "settings" ? (
          <SettingsForm
            action={`${href}/change`}
            values={typedPlan(sent, framework)}
            fields={read.fields}
            roles={framework.roles}
            technology={technologyCapabilities(framework)}
            cancelHref={href}
          />
        ) : split ? (
          <SplitForm view={view} item={split} values={typedParts(sent)} fields={read.fields} />
        ) : (
          <Refused title={Object.values(read.fields).join(" ")} back={href} />
        )
      ) : made === null || "fault" in made ? (
        <div className="flex flex-col gap-8">
          <Refused title={made?.fault ?? ""} back={back} />
          {split ? <SplitForm view={view} item={split} values={typedParts(sent)} fields={{}} /> : null}
        </div>
      ) : (
        <div className="flex flex-col gap-8">
          <DifferenceView view={view} after={made.plan} />
          <div className="flex flex-wrap items-start gap-3">
            <ActionForm
              action={applyChangeAction.bind(null, organization, id, stored.revision, sent.toString())}
              label="Change the plan"
            />
            <ButtonLink href={back} variant="secondary">
              Leave it as it is
            </ButtonLink>
          </div>
        </div>
      )}
    </>
  );
}

function Refused({ title, back }: { title: string; back: ReturnType<typeof planHref> }) {
  return (
    <div className="flex flex-col items-start gap-4">
      <div role="alert">
        <Callout tone="danger" title="This cannot be planned">
          {title}
        </Callout>
      </div>
      <ButtonLink href={back} variant="secondary">
        Go back
      </ButtonLink>
    </div>
  );
}

function leadOf(change: PlanChange, titleOf: (action: string) => string): string {
  switch (change.do) {
    case "move":
      return `“${titleOf(change.action)}” (${change.unit}) begins in week ${change.week} and stays there.`;
    case "split":
      return `“${titleOf(change.action)}” (${change.unit}) is done in ${change.parts.length} parts: ${listInWords(
        change.parts.map(
          ({ startWeek, personWeeks }) =>
            `${formatCount(personWeeks, "person-week")} from week ${startWeek} on`,
        ),
      )}.`;
    case "join":
      return `“${titleOf(change.action)}” (${change.unit}) is done in one go from its first week on.`;
    case "release":
      return `“${titleOf(change.action)}” (${change.unit}) goes where it fits best.`;
    case "drop":
      return `“${titleOf(change.action)}” (${change.unit}) is left out, with all that comes after it.`;
    case "restore":
      return `“${titleOf(change.action)}” (${change.unit}) is put back.`;
    case "assign":
      return `“${titleOf(change.action)}” (${change.unit}) is done by ${change.person || "nobody in particular"}.`;
    case "metric":
      return "Another baseline, target or owner of a success metric.";
    case "stakeholder":
      return `What is said of ${change.group}.`;
    case "activities":
      return `What is done for ${change.group}.`;
    case "removeStakeholder":
      return `${change.group} is taken off the map.`;
    case "settings":
      return "With other settings. What was locked or left out by hand stays so.";
    case "renew":
      return "With the latest submitted assessment of each unit.";
  }
}
