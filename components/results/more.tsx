import type { Route } from "next";
import { Bars } from "@/components/charts/bars";
import { EvidenceList } from "@/components/questionnaire/evidence-list";
import { Callout } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { InParts } from "@/components/ui/in-turn";
import { PageSection } from "@/components/ui/page-section";
import { explainReadiness } from "@/lib/evaluation/explain";
import { INFRASTRUCTURE_WORDS } from "@/lib/framework/words";
import { answerInWords } from "@/lib/scoring/answer-words";
import { CONDITIONS, WARNINGS } from "@/lib/scoring/assessment";
import {
  CERTAINTY_WORDS,
  CONDITION_ANSWER_WORDS,
  CONDITION_QUESTIONS,
  WARNING_QUESTIONS,
} from "@/lib/scoring/words";
import { wellFormed } from "@/lib/text/well-formed";
import type { ResultsView } from "./view";
import { Why } from "./why";

/** The second cut through the same answers. */
export function Infrastructure({ view }: { view: ResultsView }) {
  const rows = view.result.infrastructures;
  const weakest = rows
    .filter(({ readiness }) => readiness !== null)
    .toSorted((a, b) => (a.readiness ?? 0) - (b.readiness ?? 0))[0];
  return (
    <PageSection
      id="infrastructure"
      title="Infrastructure"
      lead="The same answers seen by the five infrastructures that scaling needs."
    >
      <Bars
        title={weakest ? `${INFRASTRUCTURE_WORDS[weakest.key]} needs most` : "No infrastructure is assessed"}
        note="Readiness by infrastructure, with its capabilities in the table."
        rows={rows.map(({ key, readiness }) => ({ key, label: INFRASTRUCTURE_WORDS[key], value: readiness }))}
        names={{ row: "Infrastructure", value: "Readiness" }}
      />
      <dl className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {rows.map(({ key, readiness, capabilities }) => (
          <div key={key}>
            <dt className="font-medium">{INFRASTRUCTURE_WORDS[key]}</dt>
            <dd className="text-muted">{capabilities.map(view.titleOf).join(", ")}</dd>
            <dd>
              <Why
                of={INFRASTRUCTURE_WORDS[key]}
                explanations={[
                  explainReadiness(
                    { value: readiness, low: readiness, high: readiness },
                    view.states.filter(({ capability }) => capability.infrastructure === key),
                    view.result.targetPhase,
                  ),
                ]}
              />
            </dd>
          </div>
        ))}
      </dl>
    </PageSection>
  );
}

export function SuitabilityAnswers({ view }: { view: ResultsView }) {
  const { conditions, warnings } = view.assessment.suitability;
  return (
    <PageSection
      id="suitability"
      title="Suitability"
      lead="Whether scaling is the right thing to do now: five conditions and five warning signs."
    >
      <DataTable label="Conditions and warning signs">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {CONDITIONS.map((key) => {
            const answer = conditions[key];
            return (
              <tr key={key}>
                <td>{CONDITION_QUESTIONS[key]}</td>
                <td>{answer ? CONDITION_ANSWER_WORDS[answer] : "Open"}</td>
              </tr>
            );
          })}
          {WARNINGS.map((key) => {
            const present = warnings[key];
            return (
              <tr key={key}>
                <td>{WARNING_QUESTIONS[key]}</td>
                <td>{present === undefined ? "Open" : present ? "Yes, a warning sign" : "No"}</td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </PageSection>
  );
}

export function Checks({ view }: { view: ResultsView }) {
  const { checks } = view.result;
  return (
    <PageSection
      id="checks"
      title="Consistency checks"
      lead="Answers that do not fit together, or ask for a second look. They change no score."
    >
      {checks.length === 0 ? (
        <p>No answers contradict each other, and no pattern asks for a second look.</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {checks.map(({ key, text, questions }) => (
            <li key={`${key} ${text}`}>
              <Callout tone="warning">
                <p>{text}</p>
                {questions && questions.length > 0 ? (
                  <p className="mt-1 flex flex-wrap gap-x-4">
                    {questions.map((question, index) => (
                      <a key={question} href={`#question-${question}`}>
                        {questions.length === 1 ? "See the answer" : `See answer ${index + 1}`}
                      </a>
                    ))}
                  </p>
                ) : null}
              </Callout>
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  );
}

/** Each may come with a long note and many long links. */
const LONG_ANSWERS = 3;

/** Where every figure ends: what was answered, with notes and evidence. */
export function AnswerList({
  view,
  answerHref,
}: {
  view: ResultsView;
  answerHref: (area: string, question: string) => Route;
}) {
  const { asked, assessment } = view;
  return (
    <PageSection id="answers" title="Answers" lead="What every figure above follows from.">
      {asked.areas.map((area) => (
        <Disclosure key={area.key} summary={`${area.title}: answers`}>
          <ul className="flex flex-col">
            <InParts items={area.capabilities.flatMap(({ questions }) => questions)} size={LONG_ANSWERS}>
              {(question) => (
                <li
                  key={question.key}
                  id={`question-${question.key}`}
                  className="scroll-mt-4 border-b border-line py-3 target:bg-accent-tint"
                >
                  <p className="font-medium">{question.text}</p>
                  {assessment.respondents.map(({ name, answers }) => {
                    const answer = answers[question.key];
                    return (
                      <div key={name}>
                        <p>
                          {assessment.respondents.length > 1 ? `${name}: ` : ""}
                          {answerInWords(answer, question.levels)}
                        </p>
                        {answer?.note ? (
                          <p className="whitespace-pre-wrap text-muted">{wellFormed(answer.note)}</p>
                        ) : null}
                        {answer?.evidence ? (
                          <EvidenceList
                            evidence={answer.evidence}
                            whole={answerHref(area.key, question.key)}
                          />
                        ) : null}
                        {answer?.certainty ? (
                          <p className="text-muted">{CERTAINTY_WORDS[answer.certainty]}</p>
                        ) : null}
                      </div>
                    );
                  })}
                </li>
              )}
            </InParts>
          </ul>
        </Disclosure>
      ))}
    </PageSection>
  );
}
