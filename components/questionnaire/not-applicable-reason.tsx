"use client";

import { RadioRow } from "@/components/ui/radio-row";
import type { AnswerSheet, QuestionView } from "@/lib/answer-queue/answer-sheet";
import { NOT_APPLICABLE_REASONS } from "@/lib/scoring/assessment";
import { NOT_APPLICABLE_WORDS } from "@/lib/scoring/words";

const reasonId = (question: string, reason: string) => `${question}-${reason}`;

/** For who chose by key: the next thing to say is the reason. */
export function focusReason(question: string) {
  requestAnimationFrame(() => {
    document.getElementById(reasonId(question, NOT_APPLICABLE_REASONS[0]))?.focus();
  });
}

export function NotApplicableReason({
  sheet,
  question,
  view: { draft, entry, problem },
}: {
  sheet: AnswerSheet;
  question: string;
  view: QuestionView;
}) {
  return (
    <fieldset className="border-l-4 border-line-strong pl-4">
      <legend className="float-left mb-1 w-full font-medium">Why does it not apply?</legend>
      {problem === "reason-missing" ? (
        <p className="clear-both mb-1 text-warning">
          Choose a reason to save this.
          {entry.stored.value === null ? "" : " Until then your earlier answer stays."}
        </p>
      ) : null}
      <div className="clear-both grid gap-2 sm:grid-cols-2">
        {NOT_APPLICABLE_REASONS.map((reason) => (
          <RadioRow
            key={reason}
            id={reasonId(question, reason)}
            name={`${question}-reason`}
            value={reason}
            autoComplete="off"
            checked={draft.reason === reason}
            onChange={() => sheet.edit(question, { reason })}
          >
            {NOT_APPLICABLE_WORDS[reason]}
          </RadioRow>
        ))}
      </div>
    </fieldset>
  );
}
