import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/format/date";
import type { Depth, Phase } from "@/lib/framework/types";
import { DEPTH_WORDS, PHASE_WORDS } from "@/lib/framework/words";

export type SubmittedAssessment = {
  id: string;
  unitId: string;
  unitName: string;
  depth: Depth;
  targetPhase: Phase;
  submittedAt: Date | null;
};

export function SubmittedAssessments({
  organization,
  assessments,
}: {
  organization: string;
  assessments: readonly SubmittedAssessment[];
}) {
  return (
    <DataTable label="Submitted assessments" stacked>
      <thead>
        <tr>
          <th scope="col">Unit</th>
          <th scope="col">Phase</th>
          <th scope="col">Depth</th>
          <th scope="col">Submitted</th>
          <th scope="col">Results</th>
        </tr>
      </thead>
      <tbody>
        {assessments.map(({ id, unitId, unitName, depth, targetPhase, submittedAt }) => (
          <tr key={id}>
            <th scope="row" className="font-normal">
              <TextLink href={`/${organization}/units/${unitId}`}>{unitName}</TextLink>
            </th>
            <td>{PHASE_WORDS[targetPhase]}</td>
            <td>{DEPTH_WORDS[depth]}</td>
            <td className="whitespace-nowrap">{submittedAt ? formatDay(submittedAt) : "–"}</td>
            <td>
              <TextLink
                href={`/${organization}/assessments/${id}/results`}
                aria-label={`See the results of ${unitName}`}
              >
                See results
              </TextLink>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
