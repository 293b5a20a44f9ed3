import type { Route } from "next";
import { TextLink } from "./text-link";

type Crumb = { label: string; href: Route };

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="print:hidden">
      <ol className="flex flex-wrap gap-x-2 gap-y-1 text-muted">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="flex gap-2 after:content-['/'] last:after:content-none">
            <TextLink href={crumb.href}>{crumb.label}</TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
