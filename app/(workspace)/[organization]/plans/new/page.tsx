import { NewPlanForm } from "@/components/planning/new-plan-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import { formatCount, formatScore } from "@/lib/format/number";
import { frameworkName } from "@/lib/framework/version";
import { groupBy } from "@/lib/grouping/group-by";
import { can } from "@/lib/permissions/permissions";
import { newPlanForm, typedPlan } from "@/lib/planning/requests/plan-form";
import { technologyCapabilities } from "@/lib/planning/technology";
import { OUTCOME_WORDS } from "@/lib/scoring/result-words";
import { requireMember } from "@/lib/server/auth/member";
import { listStandings } from "@/lib/server/data/results";
import { listUnits } from "@/lib/server/data/units";
import { frameworkOfPlan } from "@/lib/server/planning/framework-of-plan";
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
  const [units, standings, asked] = await Promise.all([
    listUnits(member),
    listStandings(member),
    sentWith(searchParams),
  ]);
  const { framework } = await frameworkOfPlan(standings, asked.get("framework"), asked.getAll("unit"));
  const name = frameworkName(framework);
  const latest = new Map(standings.map((standing) => [standing.unitId, standing.latest]));
  const assessed = units.flatMap((unit) => {
    const found = latest.get(unit.id);
    return found ? [{ ...unit, latest: found }] : [];
  });
  const plannable = assessed.filter((unit) => unit.latest.result.framework === name);
  const others = groupBy(assessed, (unit) => unit.latest.result.framework);
  others.delete(name);
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
          // Fields of other roles are another form.
          key={name}
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
          framework={name}
          roles={framework.roles}
          technology={technologyCapabilities(framework)}
          cancelHref={`/${organization}/plans`}
        />
      )}
      {others.size > 0 ? (
        <section aria-labelledby="apart-title" className="mt-10 flex flex-col gap-2">
          <h2 id="apart-title" className="text-xl font-semibold">
            Planned apart
          </h2>
          <p className="max-w-prose">
            A plan holds units that answered the same questions. These were asked by another framework
            version:
          </p>
          <ul>
            {[...others].map(([other, apart]) => (
              <li key={other}>
                <TextLink
                  href={`/${organization}/plans/new?framework=${encodeURIComponent(other)}`}
                  className="inline-flex min-h-11 items-center"
                >
                  {formatCount(apart.length, "unit")} with {other}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
