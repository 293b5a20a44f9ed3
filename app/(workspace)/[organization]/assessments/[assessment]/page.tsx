import type { Metadata } from "next";
import { type Task, TaskList } from "@/components/assessments/task-list";
import { areasOfCapabilities } from "@/components/questionnaire/question-href";
import { UnsentNotice } from "@/components/questionnaire/unsent-notice";
import { ActionForm } from "@/components/ui/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/panel";
import {
  type AreaProgress,
  areaOf,
  areaProgress,
  SUITABILITY_ASKED,
  suitabilityAnswered,
} from "@/lib/assessments/progress";
import { RETENTION_DAYS } from "@/lib/deletion/retention";
import { formatDay } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { DEPTH_WORDS, PHASE_WORDS } from "@/lib/framework/words";
import { deleteDraftAction, holdAction, resumeAction } from "../actions";
import { loadAssessment } from "./load-assessment";

type Props = PageProps<"/[organization]/assessments/[assessment]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, assessment: id } = await params;
  return { title: `${(await loadAssessment(organization, id)).assessment.unitName}: assessment` };
}

export default async function AssessmentPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const { assessment, areas, mayAnswer, readAt } = await loadAssessment(organization, id);
  const { depth, targetPhase, status, lastQuestion, unitId, unitName } = assessment;
  const base = `/${organization}/assessments/${id}` as const;
  const progress = areaProgress(areas, assessment.answers);
  const asked = progress.reduce((sum, area) => sum + area.asked, 0);
  const answered = progress.reduce((sum, area) => sum + area.answered, 0);
  const suitable = suitabilityAnswered(assessment.suitability);
  const lastArea = lastQuestion === null ? undefined : areaOf(areas, lastQuestion);

  const tasks: Task[] = [
    {
      title: "Target and scope",
      href: `${base}/scope`,
      detail: scopeInWords(assessment),
      standing: "done",
    },
    {
      title: "Suitability",
      href: `${base}/suitability`,
      detail: `${suitable} of ${SUITABILITY_ASKED} answered`,
      standing: standingOf(suitable, SUITABILITY_ASKED),
    },
    ...progress.map((area) => ({
      title: area.title,
      href: `${base}/questions/${area.key}`,
      detail: progressInWords(area),
      standing: standingOf(area.answered, area.asked),
    })),
    {
      title: "Review and submit",
      href: `${base}/review`,
      detail: "Check every answer; submitting makes them final and shows the result.",
      standing: null,
    },
  ];

  return (
    <>
      <PageHeader
        title={unitName}
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Assessments", href: `/${organization}/assessments` },
              { label: unitName, href: `/${organization}/units/${unitId}` },
            ]}
          />
        }
        lead={`${DEPTH_WORDS[depth]} assessment for the phase ${PHASE_WORDS[targetPhase].toLowerCase()}: ${answered} of ${asked} questions answered.`}
        actions={
          mayAnswer ? (
            <ContinueLink base={base} area={lastArea} question={lastQuestion} first={areas[0]?.key} />
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        <UnsentNotice
          address={{ organization, assessment: id }}
          areas={areasOfCapabilities(areas)}
          readAt={readAt}
        />
        {status === "submitted" ? (
          <Callout
            tone="success"
            title={`Submitted${assessment.submittedAt ? ` ${formatDay(assessment.submittedAt)}` : ""}`}
          >
            <div className="flex flex-col items-start gap-3">
              <p>Its answers are final. A new assessment can start from them.</p>
              <ButtonLink href={`${base}/results`}>See the results</ButtonLink>
            </div>
          </Callout>
        ) : null}
        {status === "onHold" ? (
          <Callout tone="warning" title="On hold">
            <div className="flex flex-col items-start gap-3">
              <p>
                Set aside since {formatDay(assessment.updatedAt)}. Answers are still saved; resume it to
                submit.
              </p>
              {mayAnswer ? (
                <ActionForm
                  action={resumeAction.bind(null, organization, id)}
                  label="Resume"
                  variant="secondary"
                />
              ) : null}
            </div>
          </Callout>
        ) : null}
        <TaskList
          label="Parts of this assessment"
          tasks={status === "submitted" ? tasks.slice(1, -1) : tasks}
        />
        {mayAnswer && status === "draft" ? (
          <section aria-labelledby="hold-title" className="flex flex-col items-start gap-2 print:hidden">
            <h2 id="hold-title" className="text-xl font-semibold">
              Not now?
            </h2>
            <p className="max-w-prose text-muted">
              Everything is saved as you go, so you can simply leave. Put it on hold to say that it will rest
              for a while.
            </p>
            <ActionForm
              action={holdAction.bind(null, organization, id)}
              label="Put on hold"
              variant="secondary"
            />
          </section>
        ) : null}
        {mayAnswer ? (
          <Disclosure summary="Delete this draft" className="print:hidden">
            <p className="mb-3 max-w-prose">
              Its {formatCount(answered, "answer")}, notes and links go with it. It can be restored in the
              settings for {RETENTION_DAYS} days.
            </p>
            <ActionForm
              action={deleteDraftAction.bind(null, organization, id)}
              label="Delete the draft"
              variant="danger"
            />
          </Disclosure>
        ) : null}
      </div>
    </>
  );
}

function ContinueLink({
  base,
  area,
  question,
  first,
}: {
  base: `/${string}/assessments/${string}`;
  area: string | undefined;
  question: string | null;
  first: string | undefined;
}) {
  if (area)
    return (
      <ButtonLink href={`${base}/questions/${area}#${question}`}>Continue where you left off</ButtonLink>
    );
  return <ButtonLink href={`${base}/questions/${first ?? ""}`}>Start with the first area</ButtonLink>;
}

function standingOf(answered: number, asked: number): Task["standing"] {
  if (answered === 0) return "notStarted";
  return answered === asked ? "done" : "inProgress";
}

function progressInWords({ answered, asked, open, carriedOver }: AreaProgress): string {
  return [
    `${answered} of ${asked} answered`,
    ...(answered > 0 && open > 0 ? [`${open} open`] : []),
    ...(carriedOver > 0 ? [`${carriedOver} carried over, to confirm`] : []),
  ].join(", ");
}

type Scope = { regulated: boolean; unitsInScope: number; processesInScope: number };

function scopeInWords({ regulated, unitsInScope, processesInScope }: Scope): string {
  const units = `${unitsInScope.toLocaleString("en-US")} ${unitsInScope === 1 ? "unit" : "units"}`;
  const processes = `${processesInScope.toLocaleString("en-US")} ${processesInScope === 1 ? "process" : "processes"}`;
  return `${units} and ${processes} in scope, ${regulated ? "regulated" : "not regulated"}`;
}
