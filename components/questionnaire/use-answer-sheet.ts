"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { PageValues } from "@/lib/answer-queue/answer-queue";
import type { AnswerSheet, QuestionView } from "@/lib/answer-queue/answer-sheet";
import type { Answer } from "@/lib/scoring/assessment";
import { answerSheet, startSheet } from "./answer-sheets";
import type { Address } from "./send-change";

/** Answers as a page read them at `readAt`, ms since 1970 by the server's clock. */
export type PageAnswers = { answers: PageValues<Answer>; readAt: number };

export function useAnswerSheet(address: Address, { answers, readAt }: PageAnswers): AnswerSheet {
  const [sheet] = useState(() => {
    const made = answerSheet(address);
    made.queue.receive(answers, readAt);
    return made;
  });
  useEffect(() => sheet.queue.refresh(answers, readAt), [sheet, answers, readAt]);
  useEffect(() => startSheet(sheet), [sheet]);
  return sheet;
}

/** Renders again only when this question changes. */
export function useQuestion(sheet: AnswerSheet, question: string): QuestionView {
  const view = () => sheet.view(question);
  return useSyncExternalStore(sheet.subscribe, view, view);
}

/** Renders again only when the figure or text changes. */
export function useFromSheet<Figure extends string | number | boolean>(
  sheet: AnswerSheet,
  figure: () => Figure,
): Figure {
  return useSyncExternalStore(sheet.subscribe, figure, figure);
}
