"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { planHref } from "./plan-view";

const PAGES = [
  ["", "Plan"],
  ["/infrastructure", "Infrastructure"],
  ["/risks", "Risks and pitfalls"],
  ["/stakeholders", "Stakeholders"],
  ["/metrics", "Success metrics"],
  ["/documents", "Documents"],
] as const;

/** The pages of one plan. */
export function PlanTabs({ organization, id }: { organization: string; id: string }) {
  const path = usePathname();
  const href = planHref(organization, id);
  return (
    <nav aria-label="Pages of this plan" className="mb-6 print:hidden">
      <ul className="flex flex-wrap gap-x-6 border-b border-line">
        {PAGES.map(([place, label]) => {
          const here = path === `${href}${place}`;
          return (
            <li key={place}>
              <Link
                href={place === "" ? href : (`${href}${place}` as typeof href)}
                aria-current={here ? "page" : undefined}
                className={clsx(
                  "-mb-px inline-flex min-h-11 items-center border-b-2 font-medium hover:text-accent",
                  here ? "border-accent text-accent" : "border-transparent forced-colors:border-[Canvas]",
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
