import type { ReactNode } from "react";
import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { TitledPanel } from "@/components/ui/panel";
import { capabilityTitle, type Lookup } from "@/lib/framework/lookup";
import { SUCCESS_METRICS, type SuccessMetric } from "@/lib/framework/success-metrics";
import type { UnitOutlook } from "@/lib/planning/engine/outlook";
import type { MetricGoal } from "@/lib/planning/plan";
import { gapsOf } from "@/lib/planning/reading/metric-gaps";
import { figureInWords, gapInWords } from "@/lib/planning/reading/metric-words";

type Action = (before: ActionFormState, form: FormData) => Promise<ActionFormState>;

type SuccessMetricsProps = {
  goals: readonly MetricGoal[];
  units: readonly UnitOutlook[];
  lookup: Lookup;
  /** Figures of today by key of their metric, where they are known. */
  today: ReadonlyMap<string, number>;
  /** Stores the goal of a metric; null for who may only look. */
  actionFor: ((metric: string) => Action) | null;
};

/** How it will be known that the plan worked. Measuring over time comes later. */
export function SuccessMetrics({ goals, ...rest }: SuccessMetricsProps) {
  const groups = [
    ["Primary", SUCCESS_METRICS.filter(({ primary }) => primary)],
    ["Secondary", SUCCESS_METRICS.filter(({ primary }) => !primary)],
  ] as const;
  return (
    <div className="flex flex-col gap-8">
      {groups.map(([title, metrics]) => (
        <section key={title} aria-labelledby={`${title}-title`} className="flex flex-col gap-4">
          <h2 id={`${title}-title`} className="text-2xl font-semibold tracking-tight">
            {title}
          </h2>
          <ul className="grid gap-4 lg:grid-cols-2">
            {metrics.map((metric) => (
              <li key={metric.key} className="flex">
                <Metric metric={metric} goal={goals.find((goal) => goal.metric === metric.key)} {...rest} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Metric({
  metric,
  goal,
  units,
  lookup,
  today,
  actionFor,
}: Omit<SuccessMetricsProps, "goals"> & { metric: SuccessMetric; goal: MetricGoal | undefined }) {
  const { key, title, definition, formula, direction, unit } = metric;
  const gaps = gapsOf(metric, units);
  const known = today.get(key);
  return (
    <TitledPanel id={`metric-${key}`} title={title} className="flex-1 gap-4">
      <p>{definition}</p>
      <p className="text-muted">
        {formula}.{" "}
        {direction === "up" ? "Better the higher it is." : "Better the nearer to its target it is."}
      </p>
      <dl className="grid grid-cols-3 gap-4">
        <Fact name="Baseline">{figureInWords(goal?.baseline, unit)}</Fact>
        <Fact name="Target">{figureInWords(goal?.target, unit)}</Fact>
        <Fact name="Owner">{goal?.owner ?? "–"}</Fact>
      </dl>
      {known === undefined ? null : <p>The inventory says {figureInWords(known, unit)} today.</p>}
      <div>
        <h3 className="font-semibold">Hangs on</h3>
        {gaps.length === 0 ? (
          <p>No gap: the capabilities behind it are at the level required.</p>
        ) : (
          <ul className="list-disc pl-5">
            {gaps.map((gap) => (
              <li key={`${gap.unit} ${gap.capability.key}`}>
                {gapInWords(gap, capabilityTitle(lookup, gap.capability.key), units.length > 1)}
              </li>
            ))}
          </ul>
        )}
      </div>
      {actionFor ? (
        <Disclosure summary={`Set the goal of ${title.toLowerCase()}`}>
          <ActionForm action={actionFor(key)} label="Store" variant="secondary">
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                id={`${key}-baseline`}
                name="baseline"
                label={`Baseline (${unit})`}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={goal?.baseline ?? known ?? ""}
              />
              <TextField
                id={`${key}-target`}
                name="target"
                label={`Target (${unit})`}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={goal?.target ?? ""}
              />
            </div>
            <TextField
              id={`${key}-owner`}
              name="owner"
              label="Owner"
              autoComplete="off"
              defaultValue={goal?.owner ?? ""}
            />
          </ActionForm>
        </Disclosure>
      ) : null}
    </TitledPanel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
