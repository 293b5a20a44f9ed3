import type { Metadata } from "next";
import { Activities, activitiesOf } from "@/components/planning/activities";
import { Approach } from "@/components/planning/approach";
import { Milestones } from "@/components/planning/milestones";
import { People } from "@/components/planning/people";
import { PlanSummary } from "@/components/planning/plan-summary";
import { PlanTabs } from "@/components/planning/plan-tabs";
import { changeHref, planHref } from "@/components/planning/plan-view";
import { Roadmap } from "@/components/planning/roadmap";
import { PlanManagement, SignOff } from "@/components/planning/sign-off";
import { Unplaced } from "@/components/planning/unplaced";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DoneMessage } from "@/components/ui/done-message";
import { PageHeader } from "@/components/ui/panel";
import { PartsNavigation } from "@/components/ui/parts-navigation";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import { firstOf } from "@/lib/format/names";
import { can } from "@/lib/permissions/permissions";
import { firstDay } from "@/lib/planning/week-dates";
import { listStandings } from "@/lib/server/data/results";
import { newerSources } from "@/lib/server/planning/requests";
import { copyPlanAction, deletePlanAction, renamePlanAction, signOffAction } from "../actions";
import { loadPlan } from "./load-plan";

const DONE = {
  created: "Plan made. Look through it, change what does not suit, then have it signed off.",
  changed: "Changed, and everything else planned anew around it.",
  "signed-off": "Signed off. The plan does not change any more.",
  renamed: "Renamed.",
  copied: "Copied. This is the copy.",
};

const PARTS = [
  ["approach", "Approach"],
  ["roadmap", "Roadmap"],
  ["activities", "Communication and training"],
  ["unplaced", "Not in the plan"],
  ["milestones", "Milestones"],
  ["people", "People, technology and cost"],
  ["sign-off", "Sign-off"],
] as const;

const FILES = [
  ["xlsx", "XLSX"],
  ["csv", "CSV"],
  ["ics", "Calendar (ICS)"],
  ["jira", "CSV for Jira"],
  ["json", "JSON"],
] as const;

type Props = PageProps<"/[organization]/plans/[plan]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, plan } = await params;
  return { title: (await loadPlan(organization, plan)).stored.name };
}

export default async function PlanPage({ params, searchParams }: Props) {
  const { organization, plan: id } = await params;
  const { member, stored, view } = await loadPlan(organization, id);
  const { name, request, plan, revision, signedOffBy, signedOffAt } = stored;
  const { mayEdit } = view;
  const newer = mayEdit ? newerSources(stored, await listStandings(member)) : [];
  const activities = activitiesOf(view);
  const parts = PARTS.filter(([part]) => part !== "activities" || activities.length > 0);
  const href = planHref(organization, id);
  const maySign = stored.status === "draft" && can(member.role, "plan:sign-off");
  return (
    <>
      <PageHeader
        title={name}
        above={<Breadcrumbs crumbs={[{ label: "Plans", href: `/${organization}/plans` }]} />}
        lead={`${request.weeks} weeks from ${formatDay(firstDay(request, 1))}`}
        actions={
          mayEdit ? (
            <ButtonLink href={`${href}/settings`} variant="secondary">
              Change what is asked for
            </ButtonLink>
          ) : null
        }
      />
      <DoneMessage done={(await searchParams).done} words={DONE} />
      <PlanTabs organization={organization} id={id} />
      <div className="flex flex-col gap-10">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted">
          {signedOffBy && signedOffAt ? (
            <Badge tone="success">
              Signed off by {signedOffBy}, {formatDay(signedOffAt)}
            </Badge>
          ) : (
            <Badge>Draft</Badge>
          )}
          <span>
            Revision {revision}, last changed {formatDay(stored.updatedAt)}
          </span>
        </p>
        {newer.length > 0 ? (
          <Callout title="Assessed again since this plan was made">
            {firstOf(
              newer.map((source) => source.name),
              3,
            )}
            .{" "}
            <TextLink href={changeHref(view, { do: "renew" })} prefetch={false}>
              See what the newer assessments would change
            </TextLink>
          </Callout>
        ) : null}
        <PlanSummary view={view} />
        <PartsNavigation label="Parts of the plan" parts={parts} />
        <Approach advice={plan.approach} />
        <Roadmap view={view} />
        {activities.length > 0 ? <Activities view={view} activities={activities} /> : null}
        <Unplaced view={view} />
        <Milestones view={view} />
        <People view={view} />
        <section aria-labelledby="files-title" className="print:hidden">
          <h2 id="files-title" className="mb-3 text-xl font-semibold">
            Take it along
          </h2>
          <div className="flex flex-wrap gap-3">
            {FILES.map(([format, label]) => (
              <DownloadLink key={format} href={`${href}/export/${format}`} variant="secondary">
                {label}
              </DownloadLink>
            ))}
          </div>
        </section>
        <SignOff
          signed={signedOffBy && signedOffAt ? { by: signedOffBy, at: signedOffAt } : null}
          unplaced={plan.unplaced.length}
          action={maySign ? signOffAction.bind(null, organization, id, revision) : null}
        />
        {can(member.role, "plan:edit") ? (
          <PlanManagement
            name={name}
            actions={{
              rename: mayEdit ? renamePlanAction.bind(null, organization, id) : null,
              copy: copyPlanAction.bind(null, organization, id),
              remove: deletePlanAction.bind(null, organization, id),
            }}
          />
        ) : null}
      </div>
    </>
  );
}
