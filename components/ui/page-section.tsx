import type { ReactNode } from "react";
import { InTurn } from "./in-turn";

type PageSectionProps = { id: string; title: string; lead?: string; children: ReactNode };

/** One part of a long page, reachable by its address, and rendered in a turn of its own. */
export function PageSection({ id, title, lead, children }: PageSectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="flex scroll-mt-4 flex-col gap-6 border-t border-line pt-8"
    >
      <div>
        <h2 id={`${id}-title`} className="text-2xl font-semibold tracking-tight">
          {title}
        </h2>
        {lead ? <p className="mt-1 max-w-prose text-muted">{lead}</p> : null}
      </div>
      <InTurn>{children}</InTurn>
    </section>
  );
}
