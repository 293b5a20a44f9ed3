import type { Group } from "@/lib/import/import-answer";

const SHOWN = 50;

/** What an import would do, name by name. */
export function ImportGroups({ groups }: { groups: readonly Group[] }) {
  if (groups.length === 0) return <p>The file holds nothing.</p>;
  return (
    <div className="flex flex-col gap-4">
      {groups.map(({ title, names }) => (
        <section key={title}>
          <h2 className="text-lg font-semibold">{title}</h2>
          <ul className="mt-1 list-disc pl-5 wrap-anywhere">
            {names.slice(0, SHOWN).map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and the list never changes
              <li key={index}>{name}</li>
            ))}
          </ul>
          {names.length > SHOWN ? <p>And {names.length - SHOWN} more.</p> : null}
        </section>
      ))}
    </div>
  );
}
