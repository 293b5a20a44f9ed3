type PartsNavigationProps = { label: string; parts: readonly (readonly [id: string, label: string])[] };

/** Links to the parts of a long page. */
export function PartsNavigation({ label, parts }: PartsNavigationProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-x-4">
        {parts.map(([id, title]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
