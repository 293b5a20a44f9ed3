import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/panel";
import { UnitForm } from "@/components/units/unit-form";
import { openForm } from "@/lib/forms/form-state";
import { listedScopes } from "@/lib/inventory/coverage";
import { can } from "@/lib/permissions/permissions";
import { listInventory } from "@/lib/server/data/inventory";
import { listUnits } from "@/lib/server/data/units";
import { unitValues } from "@/lib/units/unit-form";
import { updateUnitAction } from "../../actions";
import { UPDATE_FAILURES } from "../../outcome-words";
import { loadUnit } from "../load-unit";

type Props = PageProps<"/[organization]/units/[unit]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, unit: id } = await params;
  const { unit } = await loadUnit(organization, id);
  return { title: `Edit ${unit.name}` };
}

export default async function EditUnitPage({ params }: Props) {
  const { organization, unit: id } = await params;
  const { member, unit } = await loadUnit(organization, id);
  const [units, items] = await Promise.all([listUnits(member), listInventory(member)]);
  return (
    <>
      <PageHeader
        title={`Edit ${unit.name}`}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Units", href: `/${organization}/units` },
              { label: unit.name, href: `/${organization}/units/${unit.id}` },
            ]}
          />
        }
        lead="What you change here counts for the next assessment. Submitted results stay as they are."
      />
      {can(member.role, "unit:edit") ? (
        <UnitForm
          action={updateUnitAction.bind(null, organization, unit.id)}
          initial={openForm(unitValues(unit))}
          listed={listedScopes(units, items).get(id) ?? null}
          submitLabel="Save"
          cancelHref={`/${organization}/units/${unit.id}`}
        />
      ) : (
        <Callout tone="warning" title={UPDATE_FAILURES.forbidden} />
      )}
    </>
  );
}
