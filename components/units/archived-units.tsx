import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";

type Archived = { id: string; name: string; archivedAt: Date | null };

export function ArchivedUnits({ organization, units }: { organization: string; units: readonly Archived[] }) {
  if (units.length === 0) return null;
  return (
    <section aria-labelledby="archived-title" className="flex flex-col gap-3">
      <h2 id="archived-title" className="text-xl font-semibold">
        Archived
      </h2>
      <p className="max-w-prose text-muted">
        Put away with their assessments. They are left out of every comparison and can be restored.
      </p>
      <ul className="flex flex-col">
        {units.map(({ id, name, archivedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-line">
            <TextLink href={`/${organization}/units/${id}`} className="inline-flex min-h-11 items-center">
              {name}
            </TextLink>
            {archivedAt ? <span className="text-muted">archived {formatDay(archivedAt)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
