import type { Metadata } from "next";
import { Trend } from "@/components/charts/trend";
import { PlanList } from "@/components/planning/plan-list";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DoneMessage } from "@/components/ui/done-message";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { AssessmentHistory } from "@/components/units/assessment-history";
import { LatestResult } from "@/components/units/latest-result";
import { OpenAssessments } from "@/components/units/open-assessments";
import { ArchiveUnit, DeleteUnit, MoveUnit } from "@/components/units/unit-management";
import { UnitTable } from "@/components/units/unit-table";
import { formatDay } from "@/lib/format/date";
import { capabilityTitle, lookUp } from "@/lib/framework/lookup";
import type { Framework } from "@/lib/framework/types";
import { coverageOf, inventoryFinding } from "@/lib/inventory/coverage";
import { can } from "@/lib/permissions/permissions";
import type { Result } from "@/lib/scoring/result";
import { withProgress } from "@/lib/server/assessments/with-progress";
import { listAssessments } from "@/lib/server/data/assessments";
import { countUnitContents } from "@/lib/server/data/deletions/count-unit-contents";
import { withFrameworks } from "@/lib/server/data/frameworks";
import { listInventory } from "@/lib/server/data/inventory";
import { listPlans } from "@/lib/server/data/plans";
import { findResult, listStandings, listUnitResults } from "@/lib/server/data/results";
import { listUnits } from "@/lib/server/data/units";
import { standingOf } from "@/lib/units/standing";
import { subtreeIds } from "@/lib/units/tree";
import { readinessTrend, trendFinding } from "@/lib/units/trend";
import { parentOptions, pathTo } from "@/lib/units/unit-list";
import { archiveUnitAction, deleteUnitAction, moveUnitAction, restoreUnitAction } from "../actions";
import { loadUnit } from "./load-unit";

const DONE = {
  created: "Unit added. Start an assessment when you are ready.",
  saved: "Changes saved.",
  moved: "Unit moved.",
  archived: "Unit archived with everything below it. You can restore it here.",
  restored: "Unit restored.",
};

const GAPS_SHOWN = 3;

function topGaps({ gaps }: Result, framework: Framework) {
  const lookup = lookUp(framework);
  return gaps
    .filter(({ gain }) => gain > 0)
    .slice(0, GAPS_SHOWN)
    .map(({ capability, gain }) => ({ capability, title: capabilityTitle(lookup, capability), gain }));
}

type Props = PageProps<"/[organization]/units/[unit]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, unit: id } = await params;
  const { unit } = await loadUnit(organization, id);
  return { title: unit.name };
}

/** Units below that the page shows; the list of units has all. */
const BELOW_SHOWN = 200;
/** As above, of its plans. */
const PLANS_SHOWN = 20;

export default async function UnitPage({ params, searchParams }: Props) {
  const { organization, unit: id } = await params;
  const { member, unit } = await loadUnit(organization, id);
  const [units, results, assessments, latestOfAll, plans, contents, inventory, { done }] = await Promise.all([
    listUnits(member),
    listUnitResults(member, id),
    listAssessments(member, { unitId: id }),
    listStandings(member),
    listPlans(member, { unitId: id }),
    countUnitContents(member, id),
    listInventory(member),
    searchParams,
  ]);

  const [newest] = results;
  const found = newest ? await findResult(member, newest.assessmentId) : null;
  const subtree = subtreeIds(units, id);
  const coverage = coverageOf(
    units.filter((candidate) => subtree.has(candidate.id)),
    inventory,
  );
  const below = units.filter((candidate) => candidate.parentId === id);
  const standings = new Map(latestOfAll.map((row) => [row.unitId, standingOf(row.latest, row.previous)]));
  const history = (await withFrameworks(results)).map(({ framework, ...result }, index) => ({
    ...standingOf(result, results[index + 1] ?? null),
    depth: result.depth,
    framework,
  }));
  const [latest] = history;
  const trend = readinessTrend(results);
  const open = await withProgress(assessments.filter(({ status }) => status !== "submitted"));
  const mayEdit = can(member.role, "unit:edit");
  const mayAssess = can(member.role, "assessment:edit") && !unit.archivedAt;
  const mayPlan = can(member.role, "plan:edit") && !unit.archivedAt;
  const start = (
    <ButtonLink href={`/${organization}/assessments/new?unit=${id}`}>Start an assessment</ButtonLink>
  );

  return (
    <>
      <PageHeader
        title={unit.name}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Units", href: `/${organization}/units` },
              ...pathTo(units, unit).map(({ id: above, name }) => ({
                label: name,
                href: `/${organization}/units/${above}`,
              })),
            ]}
          />
        }
        lead={[unit.industry, unit.region].filter(Boolean).join(", ")}
        actions={
          <>
            {mayAssess ? start : null}
            {latest ? (
              <ButtonLink href={`/${organization}/units/${id}/risks`} variant="secondary">
                Risk register
              </ButtonLink>
            ) : null}
            {mayEdit ? (
              <ButtonLink href={`/${organization}/units/${id}/edit`} variant="secondary">
                Edit
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <DoneMessage done={done} words={DONE} />
      <div className="flex flex-col gap-10">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted">
          {unit.sample ? <Badge>Sample</Badge> : null}
          {unit.regulated ? <Badge>Regulated</Badge> : null}
          <span>
            {unit.unitsInScope.toLocaleString("en-US")} units and{" "}
            {unit.processesInScope.toLocaleString("en-US")} processes in scope
          </span>
        </p>
        {unit.archivedAt ? (
          <Callout tone="warning" title={`Archived ${formatDay(unit.archivedAt)}`}>
            <div className="flex flex-col items-start gap-3">
              <p>Its assessments and results are kept. It takes no part in comparisons.</p>
              {mayEdit ? (
                <ActionForm
                  action={restoreUnitAction.bind(null, organization, id)}
                  label="Restore"
                  variant="secondary"
                />
              ) : null}
            </div>
          </Callout>
        ) : null}

        {open.length > 0 ? (
          <section aria-labelledby="open-title" className="flex flex-col gap-3">
            <h2 id="open-title" className="text-xl font-semibold">
              Continue
            </h2>
            <OpenAssessments organization={organization} assessments={open} />
          </section>
        ) : null}

        {latest ? (
          <LatestResult
            organization={organization}
            standing={latest}
            framework={latest.framework}
            gaps={found ? topGaps(found.result, latest.framework) : []}
          />
        ) : (
          <EmptyState title="No result yet" actions={mayAssess ? start : null}>
            A quick assessment takes about 8 minutes, a full one about 25. The result says whether this unit
            is ready, and what to fix first.
          </EmptyState>
        )}

        {history.length > 0 ? (
          <section aria-labelledby="history-title" className="flex flex-col gap-3">
            <h2 id="history-title" className="text-xl font-semibold">
              Assessments
            </h2>
            {trend.length > 1 ? (
              <Trend
                title={trendFinding(trend)}
                points={trend.map(({ submittedAt, readiness }) => ({
                  date: submittedAt.toISOString(),
                  value: readiness,
                }))}
                names={{ date: "Submitted", value: "Readiness" }}
              />
            ) : null}
            <AssessmentHistory organization={organization} assessments={history} />
          </section>
        ) : null}

        <section aria-labelledby="inventory-title" className="flex flex-col items-start gap-3">
          <h2 id="inventory-title" className="text-xl font-semibold">
            Inventory
          </h2>
          <p>{inventoryFinding(coverage)}</p>
          <ButtonLink href={`/${organization}/inventory?unit=${id}`} variant="secondary">
            Open the inventory
          </ButtonLink>
        </section>

        {plans.length > 0 || (latest && mayPlan) ? (
          <section aria-labelledby="plans-title" className="flex flex-col items-start gap-3">
            <h2 id="plans-title" className="text-xl font-semibold">
              Plans
            </h2>
            {plans.length > 0 ? (
              <PlanList organization={organization} plans={plans.slice(0, PLANS_SHOWN)} />
            ) : null}
            {plans.length > PLANS_SHOWN ? (
              <p>
                The last changed {PLANS_SHOWN} of {plans.length}.{" "}
                <TextLink href={`/${organization}/plans`}>The list of plans</TextLink> has all.
              </p>
            ) : null}
            {latest && mayPlan ? (
              <ButtonLink href={`/${organization}/plans/new?unit=${id}`} variant="secondary">
                Make a plan
              </ButtonLink>
            ) : null}
          </section>
        ) : null}

        {below.length > 0 ? (
          <section aria-labelledby="below-title" className="flex flex-col gap-3">
            <h2 id="below-title" className="text-xl font-semibold">
              Units below
            </h2>
            <UnitTable
              organization={organization}
              rows={below.slice(0, BELOW_SHOWN).map((child) => ({
                ...child,
                level: 0,
                parent: null,
                standing: standings.get(child.id) ?? null,
              }))}
            />
            {below.length > BELOW_SHOWN ? (
              <p>
                The first {BELOW_SHOWN} of {below.length.toLocaleString("en-US")}.{" "}
                <TextLink href={`/${organization}/units`}>The list of units</TextLink> has all.
              </p>
            ) : null}
          </section>
        ) : null}

        {mayEdit && !unit.archivedAt ? (
          <section aria-labelledby="manage-title" className="print:hidden">
            <h2 id="manage-title" className="text-xl font-semibold">
              Change its place
            </h2>
            <div className="flex flex-col items-start">
              <TextLink
                href={`/${organization}/units/new?parent=${id}`}
                className="inline-flex min-h-11 items-center"
              >
                Add a unit below
              </TextLink>
              <MoveUnit
                action={moveUnitAction.bind(null, organization, id)}
                parentId={unit.parentId}
                parents={parentOptions(units, subtree)}
              />
              <ArchiveUnit action={archiveUnitAction.bind(null, organization, id)} below={subtree.size - 1} />
            </div>
          </section>
        ) : null}

        {mayEdit && contents ? (
          <section aria-labelledby="delete-title" className="print:hidden">
            <h2 id="delete-title" className="text-xl font-semibold">
              Not needed any more?
            </h2>
            <DeleteUnit action={deleteUnitAction.bind(null, organization, id)} contents={contents} />
          </section>
        ) : null}
      </div>
    </>
  );
}
