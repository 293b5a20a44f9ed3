import type { Route } from "next";
import { answerInWords } from "@/lib/scoring/answer-words";
import type { Answer } from "@/lib/scoring/assessment";
import { CERTAINTY_WORDS } from "@/lib/scoring/words";
import { wellFormed } from "@/lib/text/well-formed";
import { EvidenceList } from "./evidence-list";

/** An answer to read: what was chosen, and what was written about it. */
export function AnswerInWords({
  answer,
  levels,
  whole,
}: {
  answer: Answer | null;
  levels: readonly string[];
  /** Where all of it stands, when this is one of many answers. */
  whole?: Route;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p>{answerInWords(answer ?? undefined, levels)}</p>
      {answer?.note ? <p className="whitespace-pre-wrap text-muted">{wellFormed(answer.note)}</p> : null}
      {answer?.evidence ? <EvidenceList evidence={answer.evidence} whole={whole} /> : null}
      {answer?.certainty ? <p className="text-muted">{CERTAINTY_WORDS[answer.certainty]}</p> : null}
    </div>
  );
}
