import Link from "next/link";
import type { View } from "@/lib/comparison/view";
import { viewQuery } from "./view-address";

type Choice = { word: string; view: View };

/** A few views to go between, one of them current. */
export function Choices({
  label,
  organization,
  choices,
  current,
}: {
  label: string;
  organization: string;
  choices: readonly Choice[];
  current: string;
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-3">
      <span className="text-muted" aria-hidden="true">
        {label}
      </span>
      <ul className="flex overflow-hidden rounded-md border border-line-strong">
        {choices.map(({ word, view }) => (
          <li key={word} className="border-l border-line-strong first:border-l-0">
            <Link
              href={`/${organization}/compare${viewQuery(view)}#heat-map`}
              scroll={false}
              prefetch={false}
              aria-current={word === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center px-3 -outline-offset-3 hover:bg-raised aria-[current]:bg-accent aria-[current]:text-on-accent"
            >
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
