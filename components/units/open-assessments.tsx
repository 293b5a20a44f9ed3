import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import type { Depth, Phase } from "@/lib/framework/types";
import { DEPTH_WORDS, PHASE_WORDS } from "@/lib/framework/words";
import type { Progress } from "@/lib/units/progress";

export type OpenAssessment = Progress & {
  id: string;
  unitName: string;
  depth: Depth;
  targetPhase: Phase;
  onHold: boolean;
  updatedAt: Date;
};

/** Drafts to go on with, each with the way back to the question that was answered last. */
export function OpenAssessments({
  organization,
  assessments,
}: {
  organization: string;
  assessments: readonly OpenAssessment[];
}) {
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line">
      {assessments.map((assessment) => (
        <li key={assessment.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
          <div className="flex flex-col gap-1">
            <TextLink href={`/${organization}/assessments/${assessment.id}`} className="font-medium">
              {assessment.unitName}
            </TextLink>
            <ProgressLine assessment={assessment} />
          </div>
          <ButtonLink
            href={continueAt(organization, assessment)}
            variant="secondary"
            aria-label={`Continue ${assessment.unitName}`}
          >
            Continue
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

function continueAt(organization: string, { id, last }: OpenAssessment): string {
  if (!last) return `/${organization}/assessments/${id}`;
  return `/${organization}/assessments/${id}/questions/${last.area}#${last.question}`;
}

function ProgressLine({ assessment }: { assessment: OpenAssessment }) {
  const { answered, asked, depth, targetPhase, onHold, updatedAt } = assessment;
  const width = 96;
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-muted">
      <svg width={width} height={8} viewBox={`0 0 ${width} 8`} aria-hidden="true">
        <rect width={width} height={8} rx={4} className="fill-raised" />
        <rect width={(width * answered) / Math.max(1, asked)} height={8} rx={4} className="fill-accent" />
      </svg>
      <span>
        {answered} of {asked} answered
      </span>
      <span>
        {DEPTH_WORDS[depth]}, for {PHASE_WORDS[targetPhase].toLowerCase()}
      </span>
      <span>
        {onHold ? "on hold since" : "last changed"} {formatDay(updatedAt)}
      </span>
    </span>
  );
}
