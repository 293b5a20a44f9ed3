import { CONDITIONS, type Suitability, WARNINGS } from "@/lib/scoring/assessment";
import { CONDITION_ANSWER_WORDS, CONDITION_QUESTIONS, WARNING_QUESTIONS } from "@/lib/scoring/words";

/** The ten answers on suitability, to read. */
export function ReadOnlySuitability({ suitability: { conditions, warnings } }: { suitability: Suitability }) {
  const rows = [
    ...CONDITIONS.map((key) => {
      const answer = conditions[key];
      return { key, question: CONDITION_QUESTIONS[key], answer: answer && CONDITION_ANSWER_WORDS[answer] };
    }),
    ...WARNINGS.map((key) => {
      const answer = warnings[key];
      return {
        key,
        question: WARNING_QUESTIONS[key],
        answer: answer === undefined ? undefined : answer ? "Yes" : "No",
      };
    }),
  ];
  return (
    <dl className="flex max-w-3xl flex-col">
      {rows.map(({ key, question, answer }) => (
        <div
          key={key}
          className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-line py-3 sm:flex-nowrap"
        >
          <dt>{question}</dt>
          <dd className="shrink-0 font-medium">{answer ?? "Not answered"}</dd>
        </div>
      ))}
    </dl>
  );
}
