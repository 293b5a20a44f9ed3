import type { ReactNode } from "react";
import { TextLink } from "./text-link";

const AROUND = 2;

/** Plain links to the first, the last and the nearest pages; nothing for a single page. */
export function PagesNavigation({
  label,
  page,
  pages,
  hrefOf,
}: {
  label: string;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}) {
  if (pages < 2) return null;
  const numbers = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= AROUND,
  );
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap items-center gap-x-2">
        {page > 1 ? (
          <li>
            <PageLink href={hrefOf(page - 1)}>Previous</PageLink>
          </li>
        ) : null}
        {numbers.map((number, index) => (
          <li key={number} className="flex items-center gap-x-2">
            {index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
            <PageLink href={hrefOf(number)} current={number === page}>
              <span className="sr-only">Page </span>
              {number}
            </PageLink>
          </li>
        ))}
        {page < pages ? (
          <li>
            <PageLink href={hrefOf(page + 1)}>Next</PageLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function PageLink({
  href,
  current = false,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <TextLink
      href={href}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      className="inline-flex min-h-11 min-w-11 items-center justify-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
    >
      {children}
    </TextLink>
  );
}
