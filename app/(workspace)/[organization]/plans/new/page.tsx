import { NewPlanForm } from "@/components/planning/new-plan-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { formatDay } from "@/lib/format/date";
import { formatScore } from "@/lib/format/number";
import { can } from "@/lib/permissions/can";
import { newPlanForm } from "@/lib/planning/plan-form";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { requireMember } from "@/lib/server/auth/member";
import { currentFramework } from "@/lib/server/data/frameworks";
import { listStandings } from "@/lib/server/data/results";
import { listUnits } from "@/lib/server/data/units";
import { titled } from "../../title";
import { createPlanAction } from "../actions";
import { CREATE_FAILURES } from "../outcome-words";

export const generateMetadata = titled("Make a plan");

export default async function NewPlanPage({ params, searchParams }: PageProps<"/[organization]/plans/new">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const [units, standings, { framework }, { unit: asked }] = await Promise.all([
    listUnits(member),
    listStandings(member),
    currentFramework(),
    searchParams,
  ]);
  const latest = new Map(standings.map((standing) => [standing.unitId, standing.latest]));
  const plannable = units.flatMap(({ id, name }) => {
    const found = latest.get(id);
    if (!found || found.result.framework !== `${framework.key}@${framework.version}`) return [];
    const { readiness, verdict } = found.result;
    const note = `${OUTCOME_WORDS[verdict.outcome]}, readiness ${formatScore(readiness.value)}, ${formatDay(found.submittedAt)}`;
    return [{ id, name, note }];
  });
  const chosen = plannable.filter(({ id }) => [asked].flat().includes(id)).map(({ id }) => id);
  const values = newPlanForm(framework, chosen, new Date());
  return (
    <>
      <PageHeader
        title="Make a plan"
        above={<Breadcrumbs crumbs={[{ label: "Plans", href: `/${organization}/plans` }]} />}
        lead="Say what is to be reached and who is there. All of it can be changed afterwards."
      />
      {!can(member.role, "plan:edit") ? (
        <Callout tone="warning" title={CREATE_FAILURES.forbidden} />
      ) : plannable.length === 0 ? (
        <EmptyState
          title="No unit has a submitted assessment yet"
          actions={<ButtonLink href={`/${organization}/assessments/new`}>Assess a unit</ButtonLink>}
        >
          A plan is made from the gaps that an assessment shows. The quick one takes about 8 minutes.
        </EmptyState>
      ) : (
        <NewPlanForm
          action={createPlanAction.bind(null, organization)}
          initial={{ values, fields: {}, problem: null }}
          units={plannable}
          roles={framework.roles}
          cancelHref={`/${organization}/plans`}
        />
      )}
    </>
  );
}
