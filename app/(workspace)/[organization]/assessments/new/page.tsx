import { NewAssessmentForm } from "@/components/assessments/new-assessment-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/panel";
import { NEW_UNIT, type NewAssessmentValues } from "@/lib/assessments/assessment-form";
import { listedScopes } from "@/lib/inventory/coverage";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listInventory } from "@/lib/server/data/inventory";
import { listStandings } from "@/lib/server/data/results";
import { listUnits } from "@/lib/server/data/units";
import { parentOptions } from "@/lib/units/unit-list";
import { titled } from "../../title";
import { createAssessmentAction } from "../actions";
import { FORBIDDEN } from "../outcome-words";

export const generateMetadata = titled("New assessment");

export default async function NewAssessmentPage({
  params,
  searchParams,
}: PageProps<"/[organization]/assessments/new">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const [units, results, items, { unit }] = await Promise.all([
    listUnits(member),
    listStandings(member),
    listInventory(member),
    searchParams,
  ]);
  const submittedAt = new Map(results.map(({ unitId, latest }) => [unitId, latest.submittedAt]));
  const labels = new Map(parentOptions(units).map(({ id, label }) => [id, label]));
  const listed = listedScopes(units, items);
  const mayCreateUnit = can(member.role, "unit:edit");
  const values: NewAssessmentValues = {
    unitId: units.find(({ id }) => id === unit)?.id ?? (mayCreateUnit && units.length === 0 ? NEW_UNIT : ""),
    unitName: "",
    depth: "",
    targetPhase: "",
    carryOver: false,
    regulated: false,
    unitsInScope: "1",
    processesInScope: "1",
  };
  return (
    <>
      <PageHeader
        title="New assessment"
        lead="One unit, one target phase, one point in time. You can leave at any moment and go on later."
        above={<Breadcrumbs crumbs={[{ label: "Assessments", href: `/${organization}/assessments` }]} />}
      />
      {can(member.role, "assessment:edit") ? (
        <NewAssessmentForm
          action={createAssessmentAction.bind(null, organization)}
          initial={{ values, fields: {}, problem: null }}
          units={units.map(({ id, name, regulated, unitsInScope, processesInScope }) => ({
            id,
            label: labels.get(id) ?? name,
            regulated,
            unitsInScope,
            processesInScope,
            listed: listed.get(id) ?? null,
            submittedAt: submittedAt.get(id) ?? null,
          }))}
          mayCreateUnit={mayCreateUnit}
          cancelHref={`/${organization}/assessments`}
        />
      ) : (
        <Callout tone="warning" title={FORBIDDEN} />
      )}
    </>
  );
}
