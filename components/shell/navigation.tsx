"use client";

import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

export function Navigation({ organization }: { organization: string }) {
  const path = usePathname();
  const places: { label: string; href: Route }[] = [
    { label: "Home", href: `/${organization}` },
    { label: "Units", href: `/${organization}/units` },
    { label: "Assessments", href: `/${organization}/assessments` },
    { label: "Inventory", href: `/${organization}/inventory` },
    { label: "Compare", href: `/${organization}/compare` },
    { label: "Plans", href: `/${organization}/plans` },
    { label: "Help", href: `/${organization}/help` },
  ];
  return (
    <nav aria-label="Main">
      <ul className="flex flex-wrap gap-x-2 sm:gap-x-1">
        {places.map(({ label, href }) => {
          const here = path === href;
          const current = here || (href !== `/${organization}` && path.startsWith(`${href}/`));
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? "page" : current ? "true" : undefined}
                className={clsx(
                  "inline-flex min-h-11 items-center border-b-2 font-medium sm:px-3 hover:text-accent",
                  // Colors of the system show a transparent border too.
                  current
                    ? "border-accent text-accent forced-colors:border-[Highlight]"
                    : "border-transparent text-ink forced-colors:border-[Canvas]",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
