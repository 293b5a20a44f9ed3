"use client";

import { Button } from "@/components/ui/button";
import type { AnswerSheet } from "@/lib/answer-queue/answer-sheet";
import { isOpen } from "./question-state";
import { useFromSheet } from "./use-answer-sheet";

type Props = { sheet: AnswerSheet; questions: readonly string[] };

function useOpenCount({ sheet, questions }: Props): number {
  return useFromSheet(sheet, () => questions.filter((question) => isOpen(sheet.view(question))).length);
}

export function AreaProgress(props: Props) {
  const open = useOpenCount(props);
  const all = props.questions.length;
  return (
    <p className="py-2 font-medium tabular-nums">
      {all - open} of {all}
      <span className="sr-only sm:not-sr-only"> questions answered</span>
    </p>
  );
}

/** What the last line of the page says; the way back to what is open. */
export function EndOfArea({ onGo, ...props }: Props & { onGo: (question: string) => void }) {
  const open = useOpenCount(props);
  if (open === 0) return "Every question of this area is answered.";
  const first = () => props.questions.find((question) => isOpen(props.sheet.view(question)));
  return (
    <>
      {open === 1 ? "1 question is" : `${open} questions are`} open in this area.{" "}
      <Button
        variant="quiet"
        className="-ml-3"
        onClick={() => {
          const question = first();
          if (question) onGo(question);
        }}
      >
        Go to the first
      </Button>
    </>
  );
}
