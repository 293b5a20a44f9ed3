import clsx from "clsx";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { QuickStartStep, StepState, QuickStart as Steps } from "@/lib/home/quick-start";

const STEPS: Record<QuickStartStep, { title: string; text: string }> = {
  createUnits: {
    title: "Create your units",
    text: "The business units, locations or plants that you want to compare. Two are enough to begin.",
  },
  assess: {
    title: "Assess one",
    text: "Quick takes about 8 minutes, full about 25. Every answer is saved as you go.",
  },
  readReport: {
    title: "Read its report",
    text: "The verdict with its reasons, the gaps worth most, and why behind every figure.",
  },
  compare: {
    title: "Compare",
    text: "With two results you see who is ready, who is not, and who can teach whom.",
  },
};

const STATE_WORDS: Record<StepState, string> = { done: "Done", next: "Next", later: "Later" };

type QuickStartProps = {
  organization: string;
  steps: Steps;
  /** Two units or more have a result. */
  comparable: boolean;
  openReport: () => Promise<void>;
  openComparison: () => Promise<void>;
  hide: () => Promise<void>;
};

export function QuickStart(props: QuickStartProps) {
  const done = props.steps.filter(({ state }) => state === "done").length;
  return (
    <Panel aria-labelledby="quick-start-title" className="print:hidden">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="quick-start-title" className="text-xl font-semibold">
          Quick start: your first hour
        </h2>
        <p className="text-muted">
          {done} of {props.steps.length} done
        </p>
      </div>
      <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {props.steps.map(({ step, state }, index) => (
          <li
            key={step}
            aria-current={state === "next" ? "step" : undefined}
            className={clsx(
              "flex flex-col items-start gap-2 rounded-md border p-4",
              state === "next" ? "border-accent bg-accent-tint" : "border-line",
            )}
          >
            <Badge tone={state === "done" ? "success" : state === "next" ? "accent" : "neutral"}>
              {STATE_WORDS[state]}
            </Badge>
            <h3 className="font-semibold">
              {index + 1}. {STEPS[step].title}
            </h3>
            <p className="text-muted">{STEPS[step].text}</p>
            {state === "next" ? <StepAction step={step} {...props} /> : null}
          </li>
        ))}
      </ol>
      <form action={props.hide} className="mt-4">
        <Button type="submit" variant="quiet" className="-ml-4">
          Hide the quick start
        </Button>
      </form>
    </Panel>
  );
}

function StepAction({
  step,
  organization,
  comparable,
  openReport,
  openComparison,
}: QuickStartProps & { step: QuickStartStep }) {
  if (step === "createUnits") {
    return <ButtonLink href={`/${organization}/units/new`}>Add a unit</ButtonLink>;
  }
  if (step === "assess" || (step === "compare" && !comparable)) {
    return <ButtonLink href={`/${organization}/assessments/new`}>Start an assessment</ButtonLink>;
  }
  return (
    <form action={step === "readReport" ? openReport : openComparison}>
      <Button type="submit">{step === "readReport" ? "Open the report" : "Compare units"}</Button>
    </form>
  );
}
