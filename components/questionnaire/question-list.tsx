"use client";

import clsx from "clsx";
import { type RefObject, useState } from "react";
import type { AnswerSheet } from "@/lib/answer-queue/answer-sheet";
import { isNoted, type QuestionState, STATE_MARKS, STATE_WORDS, stateOf } from "./question-state";
import type { AskedCapability, AskedQuestion } from "./questions";
import { useFromSheet, useQuestion } from "./use-answer-sheet";

const MARK_TONES: Partial<Record<QuestionState, string>> = {
  answered: "text-success",
  conflict: "text-danger",
  notSaved: "text-danger",
};

export function QuestionList({
  sheet,
  capabilities,
  findField,
  onGo,
}: {
  sheet: AnswerSheet;
  capabilities: readonly AskedCapability[];
  findField: RefObject<HTMLInputElement | null>;
  onGo: (question: string) => void;
}) {
  const [words, setWords] = useState("");
  const found = capabilities
    .map((capability) => ({
      ...capability,
      questions: capability.questions.filter(({ text }) => holds(`${capability.title} ${text}`, words)),
    }))
    .filter(({ questions }) => questions.length > 0);
  const first = found[0]?.questions[0];
  return (
    <nav aria-label="Questions" className="flex flex-col gap-4">
      <input
        ref={findField}
        type="search"
        aria-label="Find a question"
        placeholder="Find a question"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && first) onGo(first.key);
        }}
        className="min-h-11 w-full rounded-md border border-line-strong bg-surface px-3"
      />
      {first ? null : <p className="text-muted">No question here holds these words.</p>}
      {found.map(({ key, title, questions }) => (
        <div key={key}>
          <p className="font-semibold">{title}</p>
          <ul>
            {questions.map((question) => (
              <QuestionItem key={question.key} sheet={sheet} question={question} onGo={onGo} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function QuestionItem({
  sheet,
  question: { key, text },
  onGo,
}: {
  sheet: AnswerSheet;
  question: AskedQuestion;
  onGo: (question: string) => void;
}) {
  const view = useQuestion(sheet, key);
  const failing = useFromSheet(sheet, () => sheet.queue.status().failing);
  const state = stateOf(view, failing);
  const plain = state === "open" || state === "answered";
  const words = [STATE_WORDS[state], ...(isNoted(view) ? ["noted"] : [])].join(", ");
  return (
    <li>
      <a
        href={`#${key}`}
        onClick={(event) => {
          event.preventDefault();
          onGo(key);
        }}
        className="flex min-h-11 gap-2 rounded-md px-2 py-2 hover:bg-raised"
      >
        <span
          aria-hidden="true"
          className={clsx("w-5 shrink-0 text-center font-semibold", MARK_TONES[state] ?? "text-muted")}
        >
          {STATE_MARKS[state]}
        </span>
        <span className="min-w-0">
          <span className="line-clamp-2">{text}</span>
          <span className={clsx("text-muted", plain && !isNoted(view) && "sr-only")}>{words}</span>
        </span>
      </a>
    </li>
  );
}

function holds(text: string, words: string): boolean {
  const place = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => place.includes(word));
}
