import { type AnswerSheet, createAnswerSheet } from "@/lib/answer-queue/answer-sheet";
import type { Draft } from "@/lib/answer-queue/draft";
import type { Answer } from "@/lib/scoring/assessment";
import { browserMirror, browserQueue, connectToPage, keepOne } from "./browser-queue";
import { type Address, sendAnswer } from "./send-change";

const one = keepOne<AnswerSheet>();
const started = new WeakSet<AnswerSheet>();

/** The answers of one assessment in this page visit. */
export function answerSheet(address: Address): AnswerSheet {
  const { assessment } = address;
  return one(assessment, () =>
    createAnswerSheet(
      browserQueue<Answer>(assessment, (change) => sendAnswer(address, change)),
      browserMirror<Draft>(`${assessment}:draft`),
    ),
  );
}

/** Begins to send, with what an earlier visit left behind. Once is enough; more does nothing. */
export function startSheet(sheet: AnswerSheet) {
  if (started.has(sheet)) return;
  started.add(sheet);
  connectToPage(sheet.queue);
  void sheet.restore();
}
