import type { Metadata } from "next";
import { ItemFacts } from "@/components/inventory/item-facts";
import { ItemForm } from "@/components/inventory/item-form";
import { ActionForm } from "@/components/ui/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/panel";
import { RETENTION_DAYS } from "@/lib/deletion/retention";
import { openForm } from "@/lib/forms/form-state";
import { itemValues } from "@/lib/inventory/item-form";
import { linkedNames } from "@/lib/inventory/links";
import { sortItems } from "@/lib/inventory/view";
import { can } from "@/lib/permissions/permissions";
import { listInventory } from "@/lib/server/data/inventory";
import { findUnit } from "@/lib/server/data/units";
import { changeItemAction, deleteItemAction } from "../actions";
import { loadItem } from "./load-item";

type Props = PageProps<"/[organization]/inventory/[item]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, item: id } = await params;
  return { title: (await loadItem(organization, id)).item.name };
}

export default async function ItemPage({ params }: Props) {
  const { organization, item: id } = await params;
  const { member, item } = await loadItem(organization, id);
  const [unit, items] = await Promise.all([
    findUnit(member, item.unitId),
    listInventory(member, { unitId: item.unitId }),
  ]);
  const href = `/${organization}/inventory` as const;
  const sorted = sortItems(items);
  return (
    <>
      <PageHeader
        title={item.name}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Inventory", href },
              { label: unit?.name ?? "", href: `${href}?unit=${item.unitId}` },
            ]}
          />
        }
      />
      <div className="flex flex-col gap-8">
        <ItemFacts item={item} linked={linkedNames(sorted).get(id) ?? []} />
        {can(member.role, "inventory:edit") ? (
          <>
            <section aria-labelledby="change-title" className="flex flex-col gap-4 print:hidden">
              <h2 id="change-title" className="text-xl font-semibold">
                Change
              </h2>
              <ItemForm
                action={changeItemAction.bind(null, organization, id)}
                initial={openForm(itemValues(item))}
                processes={sorted.filter((other) => other.kind === "process" && other.id !== id)}
                submitLabel="Save"
                cancelHref={href}
              />
            </section>
            <Disclosure summary="Delete" className="print:hidden">
              <p className="mb-3 max-w-prose">
                This item leaves the inventory, and what it served is served by it no more. It can be restored
                in the settings for {RETENTION_DAYS} days. What is no longer in use can stay here as retired.
              </p>
              <ActionForm
                action={deleteItemAction.bind(null, organization, id)}
                label="Delete the item"
                variant="danger"
              />
            </Disclosure>
          </>
        ) : null}
      </div>
    </>
  );
}
