import { PagesNavigation } from "@/components/ui/pages-navigation";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import type { Page } from "@/lib/paging/page-of";

type Archived = { id: string; name: string; archivedAt: Date | null };

export function ArchivedUnits({
  organization,
  part: { rows, page, pages, from, to },
  of,
  hrefOf,
}: {
  organization: string;
  part: Page<Archived>;
  /** All of them. */
  of: number;
  hrefOf: (page: number) => string;
}) {
  if (of === 0) return null;
  return (
    <section aria-labelledby="archived-title" className="flex flex-col gap-3">
      <h2 id="archived-title" className="text-xl font-semibold">
        Archived
      </h2>
      <p className="max-w-prose text-muted">
        Put away with their assessments. They are left out of every comparison and can be restored.
      </p>
      {pages > 1 ? (
        <p>
          Units {from} to {to} of {of}, the last archived first
        </p>
      ) : null}
      <ul className="flex flex-col">
        {rows.map(({ id, name, archivedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-line">
            <TextLink href={`/${organization}/units/${id}`} className="inline-flex min-h-11 items-center">
              {name}
            </TextLink>
            {archivedAt ? <span className="text-muted">archived {formatDay(archivedAt)}</span> : null}
          </li>
        ))}
      </ul>
      <PagesNavigation label="Pages of archived units" page={page} pages={pages} hrefOf={hrefOf} />
    </section>
  );
}
