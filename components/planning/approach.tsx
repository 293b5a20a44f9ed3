import { Bars } from "@/components/charts/bars";
import { formatChange } from "@/components/charts/format";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { PageSection } from "@/components/ui/page-section";
import { formatScore, NO_FIGURE } from "@/lib/format/number";
import { SUCCESS_STORIES } from "@/lib/framework/success-stories";
import { CRITERION_RULES } from "@/lib/planning/approach-criteria";
import { adviseApproach } from "@/lib/planning/engine/approach";
import { APPROACHES, type ApproachAdvice } from "@/lib/planning/plan";
import { APPROACH_SUMMARIES, APPROACH_WORDS, flipInWords } from "@/lib/planning/reading/plan-words";
import { REFERENCE_CASES } from "@/lib/planning/reading/reference-cases";

/** Which of the three approaches the facts speak for, why, and what would turn it. */
export function Approach({ advice }: { advice: ApproachAdvice }) {
  const { recommended, scores, contributions, tooCloseToCall } = advice;
  return (
    <PageSection
      id="approach"
      title="Approach"
      lead="How to go about several units. The phased approach is one of three, not one of the phases of the rollout."
    >
      <div className="flex flex-col gap-3">
        <p className="text-lg">
          <b>{APPROACH_WORDS[recommended]}</b>. {APPROACH_SUMMARIES[recommended]}
        </p>
        {tooCloseToCall ? (
          <Callout title="Too close to call">
            The best two are less than 5 points apart: take the one that suits your people better.
          </Callout>
        ) : null}
        <p>{flipInWords(advice)}</p>
      </div>
      <Bars
        title={`${APPROACH_WORDS[recommended]} scores highest, ${formatScore(scores[recommended])} of 100`}
        note="50 and what each criterion adds or takes."
        rows={APPROACHES.map((approach) => ({
          key: approach,
          label: APPROACH_WORDS[approach],
          value: scores[approach],
        }))}
        names={{ row: "Approach", value: "Score" }}
      />
      <DataTable label="What each criterion adds" stacked>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            {APPROACHES.map((approach) => (
              <th key={approach} scope="col" className="text-right">
                {APPROACH_WORDS[approach]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {contributions.map((contribution) => (
            <tr key={contribution.criterion}>
              <th scope="row">
                {CRITERION_RULES[contribution.criterion].title}
                <span className="block text-sm font-normal text-muted">
                  {CRITERION_RULES[contribution.criterion].measures}
                </span>
              </th>
              {APPROACHES.map((approach) => (
                <td key={approach} data-label={APPROACH_WORDS[approach]} className="text-right tabular-nums">
                  {contribution[approach] === 0 ? NO_FIGURE : formatChange(contribution[approach], "level")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Disclosure summary="The three success stories of the method, on the same criteria">
        <p className="mb-3 max-w-prose">
          The weights were chosen so that the stories come out as the method tells them. Their results are
          quoted by the method without a source: they enter no figure here, and are no benchmark.
        </p>
        <ul className="flex flex-col gap-2">
          {REFERENCE_CASES.map(({ story, facts }) => (
            <li key={story} className="flex flex-wrap items-baseline gap-2">
              <Badge>Published illustration</Badge>
              {SUCCESS_STORIES.find(({ key }) => key === story)?.title ?? story}:{" "}
              {APPROACH_WORDS[adviseApproach(facts).recommended].toLowerCase()}
            </li>
          ))}
        </ul>
      </Disclosure>
    </PageSection>
  );
}
