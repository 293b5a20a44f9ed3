"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Disclosure } from "@/components/ui/disclosure";
import type { AnswerSheet } from "@/lib/answer-queue/answer-sheet";
import { formatDay } from "@/lib/format/date";
import { AnswerInWords } from "./answer-in-words";
import { Choices } from "./choices";
import { Conflict } from "./conflict";
import type { AskedQuestion } from "./questions";
import { Remarks } from "./remarks";
import { useQuestion } from "./use-answer-sheet";

export function QuestionCard({
  sheet,
  question,
  carriedOverFrom,
}: {
  sheet: AnswerSheet;
  question: AskedQuestion;
  /** When the assessment was submitted whose answers were carried over, ms since 1970. */
  carriedOverFrom: number | null;
}) {
  const { key, text, why, evidence } = question;
  const view = useQuestion(sheet, key);
  const { entry, draft } = view;
  const carriedOver = entry.stored.carriedOver && !entry.mine && !entry.sent;
  return (
    <article
      id={key}
      data-question={key}
      tabIndex={-1}
      aria-labelledby={`${key}-text`}
      className="scroll-mt-16 rounded-lg border border-line bg-surface p-4 sm:p-6 lg:scroll-mt-0"
    >
      <h3 id={`${key}-text`} className="text-lg font-semibold">
        {text}
      </h3>
      <Disclosure summary="Why it matters, what counts as evidence" className="mb-2">
        <div className="flex max-w-prose flex-col gap-2">
          <p>{why}</p>
          <p className="text-muted">Evidence: {evidence}</p>
        </div>
      </Disclosure>
      <div className="flex flex-col gap-4">
        <Conflict
          entry={entry}
          show={(answer) => <AnswerInWords answer={answer} levels={question.levels} />}
          onChoose={(side) => {
            sheet.choose(key, side);
            document.getElementById(key)?.focus();
          }}
        />
        {entry.refused ? (
          <Callout tone="danger" title="This answer was not accepted">
            <p>{entry.refused}</p>
            <Button variant="secondary" className="mt-2" onClick={() => sheet.choose(key, "stored")}>
              Go back to the stored answer
            </Button>
          </Callout>
        ) : null}
        {carriedOver ? (
          <Callout tone="accent">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <p>
                Carried over{carriedOverFrom === null ? "" : ` from ${formatDay(new Date(carriedOverFrom))}`}:
                confirm or change.
              </p>
              <Button variant="secondary" onClick={() => sheet.confirm(key)}>
                Confirm
              </Button>
            </div>
          </Callout>
        ) : null}
        <Choices sheet={sheet} question={question} view={view} />
        <div className="relative flex flex-col">
          {draft.choice === null ? null : (
            <Button
              variant="quiet"
              className="-ml-4 self-start sm:absolute sm:top-0 sm:-right-4"
              onClick={() => sheet.answer(key, null)}
            >
              Clear answer
            </Button>
          )}
          <Remarks sheet={sheet} question={key} view={view} />
        </div>
      </div>
    </article>
  );
}
