import { Comparison, NotComparedSection } from "@/components/comparison/comparison";
import { ComparisonFiles } from "@/components/comparison/comparison-files";
import { comparisonView, resultHref } from "@/components/comparison/comparison-view";
import { FilterBar } from "@/components/comparison/filter-bar";
import { readView, viewQuery } from "@/components/comparison/view-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { filterUnits, offeredUnits } from "@/lib/comparison/view";
import { LONG_COMPARISON } from "@/lib/exports/comparison-file";
import { levelNames } from "@/lib/framework/level-names";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { readCompared } from "@/lib/server/comparison/read-compared";
import { parentOptions } from "@/lib/units/unit-list";
import { titled } from "../title";
import { requestComparisonAction } from "./actions";

export const generateMetadata = titled("Compare units");

export default async function ComparePage({ params, searchParams }: PageProps<"/[organization]/compare">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const [view, { tree, framework, compared, notCompared }] = await Promise.all([
    readView(searchParams),
    readCompared(member),
  ]);
  const left = <NotComparedSection organization={organization} units={notCompared} />;
  const [only] = compared;

  if (compared.length < 2) {
    return (
      <>
        <PageHeader title="Compare units" />
        <div className="flex flex-col gap-10">
          <EmptyState
            title={only ? "One unit is assessed: comparing takes two" : "No unit is assessed yet"}
            actions={
              <>
                <ButtonLink href={`/${organization}/${tree.length === 0 ? "units/new" : "assessments/new"}`}>
                  {tree.length === 0 ? "Add a unit" : "Assess a unit"}
                </ButtonLink>
                {only ? (
                  <ButtonLink href={resultHref(organization, only.latest.assessmentId)} variant="secondary">
                    See the result of {only.unit.name}
                  </ButtonLink>
                ) : null}
              </>
            }
          >
            Submitted assessments of two units or more stand here side by side: who is ready, who is not and
            why, who can teach whom, and what changed. The quick assessment takes about 8 minutes.
          </EmptyState>
          {left}
        </div>
      </>
    );
  }

  const units = filterUnits(compared, tree, view);
  const parents = new Set(tree.map(({ parentId }) => parentId));
  const query = viewQuery(view);
  const comparison = units.length > 0 ? comparisonView(organization, framework, units, view) : null;
  const { offered, all } = offeredUnits(compared, comparison?.shown.rows ?? [], view.units);
  return (
    <>
      <PageHeader
        title="Compare units"
        lead="Each unit by its latest submitted assessment. The address holds this view: copy it to share it."
        actions={
          comparison ? (
            <ComparisonFiles
              files={`/${organization}/compare/export`}
              query={query}
              beside={
                units.length > LONG_COMPARISON && can(member.role, "data:export")
                  ? (format) => requestComparisonAction.bind(null, organization, format, query)
                  : null
              }
            />
          ) : null
        }
      />
      <div className="flex flex-col gap-10">
        <FilterBar
          action={`/${organization}/compare`}
          count={
            units.length === compared.length
              ? `All ${compared.length} assessed units`
              : `${units.length} of ${compared.length} assessed units`
          }
          branches={parentOptions(tree).filter(({ id }) => parents.has(id))}
          units={offered.map(({ unit }) => ({ id: unit.id, label: unit.name }))}
          allUnits={all}
          levels={levelNames(framework)}
        />
        {comparison === null ? (
          <EmptyState title="No unit fits these filters">
            Remove a filter, or{" "}
            <TextLink href={`/${organization}/compare`}>
              compare all {compared.length} assessed units
            </TextLink>
            .
          </EmptyState>
        ) : (
          <Comparison comparison={comparison} />
        )}
        {left}
      </div>
    </>
  );
}
