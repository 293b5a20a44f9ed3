"use client";

import type { ReactNode } from "react";
import { RadioRow } from "@/components/ui/radio-row";
import type { AnswerSheet, QuestionView } from "@/lib/answer-queue/answer-sheet";
import type { Choice } from "@/lib/answer-queue/draft";
import { LEVELS } from "@/lib/framework/types";
import { NotApplicableReason } from "./not-applicable-reason";
import type { AskedQuestion } from "./questions";

export function Choices({
  sheet,
  question: { key, levels },
  view,
}: {
  sheet: AnswerSheet;
  question: AskedQuestion;
  view: QuestionView;
}) {
  const { draft } = view;
  const radio = (choice: Choice) => ({
    name: key,
    value: choice,
    autoComplete: "off",
    checked: draft.choice === choice,
    onChange: () => sheet.answer(key, choice),
  });
  return (
    <>
      <div role="radiogroup" aria-labelledby={`${key}-text`} className="flex flex-col gap-2">
        {LEVELS.map((level) => (
          <RadioRow key={level} tag={<Tag>{level}</Tag>} {...radio(level)}>
            {levels[level - 1]}
          </RadioRow>
        ))}
        <div className="mt-2 grid gap-2 sm:grid-cols-2">
          <RadioRow tag={<Tag letter>n</Tag>} {...radio("notApplicable")}>
            Not applicable
          </RadioRow>
          <RadioRow tag={<Tag letter>d</Tag>} {...radio("dontKnow")}>
            Don't know
          </RadioRow>
        </div>
      </div>
      {draft.choice === "notApplicable" ? (
        <NotApplicableReason sheet={sheet} question={key} view={view} />
      ) : null}
    </>
  );
}

/** The key to press. Letters are of no use where there is no keyboard. */
function Tag({ letter = false, children }: { letter?: boolean; children: ReactNode }) {
  const shown = letter ? "pointer-coarse:hidden" : "";
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-7 shrink-0 items-center justify-center rounded border border-line bg-raised text-muted tabular-nums ${shown}`}
    >
      {children}
    </span>
  );
}
