import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { formatCount, formatScore } from "@/lib/format/number";
import type { Coverage } from "@/lib/inventory/coverage";

/** The figures of an inventory, each with what it counts. */
export function InventorySummary({
  inProduction,
  coverage,
  concerns,
  concernsHref,
}: {
  /** Systems and use cases, of how many that are not retired. */
  inProduction: { count: number; all: number };
  coverage: Coverage;
  /** Items that bring a concern. */
  concerns: number;
  concernsHref: string;
}) {
  const { units, unitsCovered, processes, processesCovered, percent } = coverage;
  return (
    <dl className="grid gap-4 sm:grid-cols-3">
      <Figure term="Scaling coverage" figure={percent === null ? "–" : `${formatScore(percent)} %`}>
        {unitsCovered} of {formatCount(units, "unit")} and {processesCovered} of{" "}
        {processes === 1 ? "1 process" : `${processes} processes`} use AI in production
      </Figure>
      <Figure term="In production" figure={String(inProduction.count)}>
        of {inProduction.all} systems and use cases that are not retired
      </Figure>
      <Figure term="Needs attention" figure={String(concerns)}>
        {concerns > 0 ? (
          <TextLink href={concernsHref} className="inline-flex min-h-6 items-center">
            Show what and why
          </TextLink>
        ) : (
          "All in use have an owner, a risk class and a review of the last year"
        )}
      </Figure>
    </dl>
  );
}

function Figure({ term, figure, children }: { term: string; figure: string; children: ReactNode }) {
  return (
    <div className="flex flex-col rounded-lg border border-line bg-surface p-4">
      <dt className="text-muted">{term}</dt>
      <dd className="text-3xl font-semibold tabular-nums">{figure}</dd>
      <dd className="text-muted">{children}</dd>
    </div>
  );
}
