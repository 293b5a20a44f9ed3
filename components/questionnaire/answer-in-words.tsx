import { answerInWords } from "@/lib/scoring/answer-words";
import type { Answer } from "@/lib/scoring/assessment";
import { CERTAINTY_WORDS } from "@/lib/scoring/words";
import { wellFormed } from "@/lib/text/well-formed";

/** An answer to read: what was chosen, and what was written about it. */
export function AnswerInWords({ answer, levels }: { answer: Answer | null; levels: readonly string[] }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p>{answerInWords(answer ?? undefined, levels)}</p>
      {answer?.note ? <p className="whitespace-pre-wrap text-muted">{wellFormed(answer.note)}</p> : null}
      {answer?.evidence && answer.evidence.length > 0 ? (
        <ul aria-label="Evidence">
          {answer.evidence.map((address) => (
            <li key={address}>
              <a href={address} target="_blank" rel="noreferrer" className="break-all text-accent underline">
                {address}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {answer?.certainty ? <p className="text-muted">{CERTAINTY_WORDS[answer.certainty]}</p> : null}
    </div>
  );
}
