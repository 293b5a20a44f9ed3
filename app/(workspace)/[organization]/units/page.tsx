import { ButtonLink } from "@/components/ui/button";
import { EmptyState, PageHeader } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { ArchivedUnits } from "@/components/units/archived-units";
import { UnitSearch } from "@/components/units/unit-search";
import { UnitTable } from "@/components/units/unit-table";
import { pageNumber } from "@/lib/paging/page-number";
import { pageOf } from "@/lib/paging/page-of";
import { can } from "@/lib/permissions/permissions";
import { requireMember } from "@/lib/server/auth/member";
import { listStandings } from "@/lib/server/data/results";
import { listArchivedUnits, listUnits } from "@/lib/server/data/units";
import { firstOf } from "@/lib/text/length";
import { standingOf } from "@/lib/units/standing";
import { findUnits } from "@/lib/units/unit-list";
import { titled } from "../title";

export const generateMetadata = titled("Units");

const PAGE_SIZE = 200;

export default async function UnitsPage({ params, searchParams }: PageProps<"/[organization]/units">) {
  const member = await requireMember((await params).organization);
  const organization = member.organizationSlug;
  const { find, page, archived: asked } = await searchParams;
  const query = typeof find === "string" ? firstOf(find, 200) : "";
  const [units, archived, results] = await Promise.all([
    listUnits(member),
    listArchivedUnits(member),
    listStandings(member),
  ]);

  const found = findUnits(units, query);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const current = Math.min(pages, pageNumber(page));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const standings = new Map(
    results.map(({ unitId, latest, previous }) => [unitId, standingOf(latest, previous)]),
  );
  const rows = found.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((unit) => ({
    ...unit,
    level: query ? 0 : unit.level,
    parent: unit.parentId === null ? null : (names.get(unit.parentId) ?? null),
    standing: standings.get(unit.id) ?? null,
  }));

  const away = pageOf(archived, pageNumber(asked));
  const mayEdit = can(member.role, "unit:edit");
  return (
    <>
      <PageHeader
        title="Units"
        lead="Business units, locations or plants, as a tree. Any of them can be assessed."
        actions={mayEdit ? <ButtonLink href={`/${organization}/units/new`}>Add a unit</ButtonLink> : null}
      />
      <div className="flex flex-col gap-8">
        {units.length === 0 ? (
          <EmptyState
            title="No units yet"
            actions={mayEdit ? <ButtonLink href={`/${organization}/units/new`}>Add a unit</ButtonLink> : null}
          >
            A unit is what you assess and compare: a business unit, a location or a plant. Add the first one,
            or load the sample organization from the home page to look around.
          </EmptyState>
        ) : (
          <>
            <UnitSearch organization={organization} query={query} />
            <p role="status">{countOf(found.length, units.length)}</p>
            {rows.length > 0 ? <UnitTable organization={organization} rows={rows} /> : null}
            {pages > 1 ? (
              <nav aria-label="Pages of units">
                <ul className="flex flex-wrap gap-x-4">
                  {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
                    <li key={number}>
                      <TextLink
                        href={`/${organization}/units?${new URLSearchParams({ find: query, page: String(number) })}`}
                        aria-current={number === current ? "page" : undefined}
                        className="inline-flex min-h-11 min-w-11 items-center justify-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
                      >
                        {number}
                      </TextLink>
                    </li>
                  ))}
                </ul>
              </nav>
            ) : null}
          </>
        )}
        <ArchivedUnits
          organization={organization}
          part={away}
          of={archived.length}
          hrefOf={(number) =>
            `/${organization}/units?${new URLSearchParams({ find: query, page: String(current), archived: String(number) })}`
          }
        />
      </div>
    </>
  );
}

function countOf(found: number, all: number): string {
  if (found === all) return all === 1 ? "1 unit" : `${all} units`;
  return `${found} of ${all} units`;
}
