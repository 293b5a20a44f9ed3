import { NewPlanForm } from "@/components/planning/new-plan-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { formatDay } from "@/lib/format/date";
import { formatScore } from "@/lib/format/number";
import { can } from "@/lib/permissions/can";
import { newPlanForm, typedPlan } from "@/lib/planning/plan-form";
import { technologyCapabilities } from "@/lib/planning/technology";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { requireMember } from "@/lib/server/auth/member";
import { currentFramework } from "@/lib/server/data/frameworks";
import { listStandings } from "@/lib/server/data/results";
import { listUnits } from "@/lib/server/data/units";
import { firstOf } from "@/lib/text/length";
import { findUnits } from "@/lib/units/unit-list";
import { sentWith } from "../../sent-with";
import { titled } from "../../title";
import { createPlanAction } from "../actions";
import { CREATE_FAILURES } from "../outcome-words";

/** More than these are found by name. */
const LISTED_MAX = 100;

export const generateMetadata = titled("Make a plan");

export default async function NewPlanPage({ params, searchParams }: PageProps<"/[organization]/plans/new">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const [units, standings, { framework }, asked] = await Promise.all([
    listUnits(member),
    listStandings(member),
    currentFramework(),
    sentWith(searchParams),
  ]);
  const latest = new Map(standings.map((standing) => [standing.unitId, standing.latest]));
  const plannable = units.flatMap((unit) => {
    const found = latest.get(unit.id);
    return found?.result.framework === `${framework.key}@${framework.version}`
      ? [{ ...unit, latest: found }]
      : [];
  });
  // A search sends along what was typed.
  const values = asked.has("weeks")
    ? typedPlan(asked, framework)
    : newPlanForm(framework, asked.getAll("unit"), new Date());
  const find = firstOf(asked.get("find") ?? "", 200);
  const chosen = new Set(values.units);
  const found = findUnits(plannable, find).filter(({ id }) => !chosen.has(id));
  const shown = [...plannable.filter(({ id }) => chosen.has(id)), ...found].slice(0, LISTED_MAX);
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
          units={shown.map(({ id, name, latest: { result, submittedAt } }) => ({
            id,
            name,
            note: `${OUTCOME_WORDS[result.verdict.outcome]}, readiness ${formatScore(result.readiness.value)}, ${formatDay(submittedAt)}`,
          }))}
          search={
            plannable.length > LISTED_MAX || find !== ""
              ? { find, all: plannable.length, action: `/${organization}/plans/new` }
              : null
          }
          roles={framework.roles}
          technology={technologyCapabilities(framework)}
          cancelHref={`/${organization}/plans`}
        />
      )}
    </>
  );
}
