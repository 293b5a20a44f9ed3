import { PagesNavigation } from "@/components/ui/pages-navigation";
import { PartsNavigation } from "@/components/ui/parts-navigation";
import type { Page } from "@/lib/paging/page-of";

/** Units of a plan that a page says everything about. */
export const UNITS_SHOWN = 5;

/** The id of a unit's part of a page, by its place in the plan. */
export const unitPartId = (place: number) => `unit-${place + 1}`;

/** Links to the part of each unit, where there are several, and to the pages of the others. */
export function UnitParts({
  units,
  part: { page, pages, from, to },
  of,
  href,
}: {
  units: readonly { unit: string }[];
  part: Page<unknown>;
  /** Units of the plan. */
  of: number;
  href: string;
}) {
  if (of < 2) return null;
  return (
    <div className="flex flex-col gap-2">
      {pages > 1 ? (
        <p className="font-medium">
          Units {from} to {to} of {of}
        </p>
      ) : null}
      <PartsNavigation
        label="Units of the plan"
        parts={units.map(({ unit }, index) => [unitPartId(from - 1 + index), unit] as const)}
      />
      <PagesNavigation
        label="Pages of units"
        page={page}
        pages={pages}
        hrefOf={(number) => `${href}?page=${number}`}
      />
    </div>
  );
}
