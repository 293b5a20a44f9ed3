import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";

export type Step = { title: string; href: Route };

/** The step before and the one after, at the foot of a step. */
export function Steps({ before, after }: { before: Step; after: Step }) {
  return (
    <nav aria-label="Steps" className="mt-10 flex flex-wrap justify-between gap-3 border-t border-line pt-6">
      <ButtonLink href={before.href} variant="secondary">
        Previous: {before.title}
      </ButtonLink>
      <ButtonLink href={after.href}>Next: {after.title}</ButtonLink>
    </nav>
  );
}
