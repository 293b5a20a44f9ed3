import type { Route } from "next";
import { AnswerInWords } from "@/components/questionnaire/answer-in-words";
import { ActionForm, type ActionFormState } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { InParts } from "@/components/ui/in-turn";
import { TextLink } from "@/components/ui/text-link";
import { isOpenAnswer, type ReviewedArea, reviewedQuestions } from "@/lib/assessments/review";

/** Each may come with a long note and many long links. */
const LONG_ANSWERS = 3;

/** The answers of one area to check, each with the way to change it. */
export function ReviewArea({
  area,
  hrefOf,
  confirm,
}: {
  area: ReviewedArea;
  hrefOf: (question: string) => Route;
  /** Confirms all that was carried over in this area. */
  confirm: (before: ActionFormState, form: FormData) => Promise<ActionFormState>;
}) {
  const questions = reviewedQuestions([area]);
  const open = questions.filter(({ answer }) => isOpenAnswer(answer)).length;
  const carriedOver = questions.filter((question) => question.carriedOver).length;
  const titleId = `review-${area.key}`;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id={titleId} className="text-xl font-semibold">
          {area.title}
        </h2>
        {open > 0 ? <Badge tone="warning">{open} open</Badge> : <Badge tone="success">Complete</Badge>}
      </div>
      {carriedOver > 0 ? (
        <ActionForm
          action={confirm}
          variant="secondary"
          label={`Confirm ${carriedOver === 1 ? "the answer" : `all ${carriedOver} answers`} carried over here`}
        />
      ) : null}
      <dl className="flex flex-col">
        <InParts items={questions} size={LONG_ANSWERS}>
          {({ question, answer, carriedOver: carried }) => (
            <div
              key={question.key}
              className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[1fr_1fr_auto]"
            >
              <dt className="font-medium">{question.text}</dt>
              <dd className="flex flex-col items-start gap-1">
                {answer ? (
                  <AnswerInWords answer={answer} levels={question.levels} whole={hrefOf(question.key)} />
                ) : null}
                {isOpenAnswer(answer) ? <Badge tone="warning">Open</Badge> : null}
                {carried ? <Badge tone="accent">Carried over, not confirmed</Badge> : null}
              </dd>
              <dd>
                <TextLink
                  href={hrefOf(question.key)}
                  aria-label={`Change: ${question.text}`}
                  className="inline-flex min-h-11 items-start sm:justify-end"
                >
                  {answer ? "Change" : "Answer"}
                </TextLink>
              </dd>
            </div>
          )}
        </InParts>
      </dl>
    </section>
  );
}
