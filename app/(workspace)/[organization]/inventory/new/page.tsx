import { notFound } from "next/navigation";
import { ItemForm } from "@/components/inventory/item-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Select } from "@/components/ui/field";
import { Options } from "@/components/ui/options";
import { PageHeader } from "@/components/ui/panel";
import { newItemForm } from "@/lib/inventory/item-form";
import { sortItems } from "@/lib/inventory/view";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listInventory } from "@/lib/server/data/inventory";
import { listUnits } from "@/lib/server/data/units";
import { parentOptions } from "@/lib/units/unit-list";
import { titled } from "../../title";
import { addItemAction } from "../actions";
import { FAILURES } from "../outcome-words";

export const generateMetadata = titled("New inventory item");

export default async function NewItemPage({
  params,
  searchParams,
}: PageProps<"/[organization]/inventory/new">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const [units, { unit: asked }] = await Promise.all([listUnits(member), searchParams]);
  const [only] = units;
  const unit = units.find(({ id }) => id === asked) ?? (units.length === 1 ? only : undefined);
  if (!unit && typeof asked === "string" && asked !== "") notFound();
  const items = unit ? sortItems(await listInventory(member, { unitId: unit.id })) : [];
  const href = `/${organization}/inventory` as const;
  return (
    <>
      <PageHeader
        title="New inventory item"
        above={<Breadcrumbs crumbs={[{ label: "Inventory", href }]} />}
        lead={unit ? `Of ${unit.name}.` : "First choose the unit that it belongs to."}
      />
      {!can(member.role, "inventory:edit") ? <Callout tone="warning" title={FAILURES.forbidden} /> : null}
      {can(member.role, "inventory:edit") && unit ? (
        <ItemForm
          action={addItemAction.bind(null, organization, unit.id)}
          initial={newItemForm(items.length === 0 ? "process" : "system")}
          processes={items.filter(({ kind }) => kind === "process")}
          submitLabel="Add"
          cancelHref={href}
        />
      ) : null}
      {can(member.role, "inventory:edit") && !unit ? (
        <form className="flex max-w-xl flex-col items-start gap-4">
          <Select id="unit" name="unit" label="Unit" defaultValue="">
            <option value="">Choose a unit</option>
            <Options options={parentOptions(units)} />
          </Select>
          <Button type="submit">Go on</Button>
        </form>
      ) : null}
    </>
  );
}
