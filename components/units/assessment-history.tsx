import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import type { Depth, Framework } from "@/lib/framework/types";
import { DEPTH_WORDS, PHASE_WORDS } from "@/lib/framework/words";
import { bandWord } from "@/lib/scoring/result-words";
import type { Standing } from "@/lib/units/standing";
import { OutcomeBadge } from "./outcome-badge";
import { ReadinessFigure } from "./readiness-bar";

export type PastAssessment = Standing & { depth: Depth; framework: Pick<Framework, "levels"> };

export function AssessmentHistory({
  organization,
  assessments,
}: {
  organization: string;
  /** The latest first. */
  assessments: readonly PastAssessment[];
}) {
  return (
    <DataTable label="Submitted assessments of this unit" stacked>
      <thead>
        <tr>
          <th scope="col">Submitted</th>
          <th scope="col">Phase</th>
          <th scope="col">Depth</th>
          <th scope="col">Readiness</th>
          <th scope="col">Band</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {assessments.map(({ assessmentId, submittedAt, targetPhase, depth, readiness, ...result }) => (
          <tr key={assessmentId}>
            <th scope="row" className="whitespace-nowrap">
              <TextLink href={`/${organization}/assessments/${assessmentId}/results`}>
                {formatDay(submittedAt)}
              </TextLink>
            </th>
            <td>{PHASE_WORDS[targetPhase]}</td>
            <td>{DEPTH_WORDS[depth]}</td>
            <td data-label="Readiness" className="wide whitespace-nowrap">
              <ReadinessFigure readiness={readiness} />
            </td>
            <td data-label="Band" className="whitespace-nowrap">
              {result.band ? bandWord(result.framework, result.band) : "–"}
            </td>
            <td className="wide">
              <OutcomeBadge outcome={result.outcome} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
