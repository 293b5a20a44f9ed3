import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/panel";
import { UnitForm } from "@/components/units/unit-form";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listUnits } from "@/lib/server/data/units";
import { newUnitForm } from "@/lib/units/unit-form";
import { parentOptions } from "@/lib/units/unit-list";
import { titled } from "../../title";
import { createUnitAction } from "../actions";
import { CREATE_FAILURES } from "../outcome-words";

export const generateMetadata = titled("Add a unit");

export default async function NewUnitPage({ params, searchParams }: PageProps<"/[organization]/units/new">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const units = await listUnits(member);
  const { parent } = await searchParams;
  const parentId = units.find(({ id }) => id === parent)?.id;
  return (
    <>
      <PageHeader
        title="Add a unit"
        above={<Breadcrumbs crumbs={[{ label: "Units", href: `/${organization}/units` }]} />}
      />
      {can(member.role, "unit:edit") ? (
        <UnitForm
          action={createUnitAction.bind(null, organization)}
          initial={newUnitForm(parentId)}
          parents={parentOptions(units)}
          submitLabel="Add the unit"
          cancelHref={`/${organization}/units`}
        />
      ) : (
        <Callout tone="warning" title={CREATE_FAILURES.forbidden} />
      )}
    </>
  );
}
