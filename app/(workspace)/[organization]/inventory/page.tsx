import { inventoryQuery, readInventoryView } from "@/components/inventory/inventory-address";
import { InventoryFilters } from "@/components/inventory/inventory-filters";
import { InventorySummary } from "@/components/inventory/inventory-summary";
import { InventoryTable } from "@/components/inventory/inventory-table";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import { DoneMessage } from "@/components/ui/done-message";
import { PagesNavigation } from "@/components/ui/pages-navigation";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { formatIsoDay } from "@/lib/format/date";
import { concernsOf } from "@/lib/inventory/concerns";
import { coverageOf } from "@/lib/inventory/coverage";
import { linkedNames } from "@/lib/inventory/links";
import { filterItems, sortItems, unitsOf } from "@/lib/inventory/view";
import { pageOf } from "@/lib/paging/page-of";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listInventory } from "@/lib/server/data/inventory";
import { listUnits } from "@/lib/server/data/units";
import { parentOptions } from "@/lib/units/unit-list";
import { titled } from "../title";

export const generateMetadata = titled("Inventory");

const DONE = { added: "Added.", changed: "Changes saved." };

export default async function InventoryPage({
  params,
  searchParams,
}: PageProps<"/[organization]/inventory">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const [view, units, all, { done }] = await Promise.all([
    readInventoryView(searchParams),
    listUnits(member),
    listInventory(member),
    searchParams,
  ]);
  const today = formatIsoDay(new Date());
  const scope = unitsOf(units, view);
  const scopeIds = new Set(scope.map(({ id }) => id));
  const items = all.filter(({ unitId }) => scopeIds.has(unitId));
  const found = sortItems(filterItems(items, view, today));
  const { rows, page, pages, from, to } = pageOf(found, view.page);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const linked = linkedNames(items);
  const inUse = items.filter(({ kind, stage }) => kind !== "process" && stage !== "retired");
  const href = `/${organization}/inventory`;
  const hrefOf = (change: Partial<typeof view>) =>
    `${href}${inventoryQuery({ ...view, page: 1, ...change })}`;
  const unit = units.find(({ id }) => id === view.unit);
  const mayEdit = can(member.role, "inventory:edit") && units.length > 0;
  const add = mayEdit ? (
    <ButtonLink href={`${href}/new${inventoryQuery({ unit: view.unit })}`}>Add an item</ButtonLink>
  ) : null;

  return (
    <>
      <DoneMessage done={done} words={DONE} />
      <PageHeader
        title={unit ? `Inventory of ${unit.name}` : "Inventory"}
        lead="AI systems, use cases and the processes they serve, with stage, owner, value and risk class."
        actions={
          items.length > 0 ? (
            <>
              {add}
              <DownloadLink href={`${href}/export/xlsx${inventoryQuery(view)}`} variant="secondary">
                XLSX
              </DownloadLink>
              <DownloadLink href={`${href}/export/csv${inventoryQuery(view)}`} variant="secondary">
                CSV
              </DownloadLink>
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-8">
        {items.length > 0 ? (
          <InventorySummary
            inProduction={{
              count: inUse.filter(({ stage }) => stage === "production").length,
              all: inUse.length,
            }}
            coverage={coverageOf(scope, items)}
            concerns={items.filter((item) => concernsOf(item, today).length > 0).length}
            concernsHref={hrefOf({ find: "", kind: null, stage: null, risk: null, concern: true })}
          />
        ) : null}
        {all.length > 0 ? <InventoryFilters action={href} view={view} units={parentOptions(units)} /> : null}
        {items.length === 0 ? (
          <EmptyState title="Nothing is listed yet" actions={add}>
            List the processes first, then the AI systems and use cases that serve them. The inventory gives
            assessments their scope and says how far AI has come.{" "}
            {can(member.role, "data:import") ? (
              <TextLink href={`/${organization}/settings/import`}>A table can be imported.</TextLink>
            ) : null}
          </EmptyState>
        ) : (
          <section aria-label="Items" className="flex flex-col gap-4">
            <p role="status" className="font-medium">
              {countOf(found.length, items.length, from, to)}
            </p>
            {rows.length > 0 ? (
              <InventoryTable
                href={href}
                rows={rows.map((item) => ({
                  ...item,
                  unitName: names.get(item.unitId) ?? "",
                  linked: linked.get(item.id) ?? [],
                  concerns: concernsOf(item, today),
                }))}
              />
            ) : null}
            <PagesNavigation
              label="Pages of the inventory"
              page={page}
              pages={pages}
              hrefOf={(page) => hrefOf({ page })}
            />
          </section>
        )}
      </div>
    </>
  );
}

function countOf(found: number, all: number, from: number, to: number): string {
  if (found === 0) return "No item fits these filters.";
  const part = found === all ? `${all} items` : `${found} of ${all} items`;
  return to - from + 1 < found ? `${part}, ${from} to ${to} shown` : part;
}
