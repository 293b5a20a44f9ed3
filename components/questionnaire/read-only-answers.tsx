import type { Answer } from "@/lib/scoring/assessment";
import { AnswerInWords } from "./answer-in-words";
import type { AskedCapability } from "./questions";

/** The questions of an area with what was answered, to read. */
export function ReadOnlyAnswers({
  capabilities,
  answers,
}: {
  capabilities: readonly AskedCapability[];
  answers: ReadonlyMap<string, Answer>;
}) {
  return (
    <div className="flex flex-col gap-10">
      {capabilities.map(({ key, title, summary, questions }) => (
        <section key={key} aria-labelledby={`${key}-title`} className="flex flex-col gap-4">
          <div>
            <h2 id={`${key}-title`} className="text-xl font-semibold">
              {title}
            </h2>
            <p className="max-w-prose text-muted">{summary}</p>
          </div>
          {questions.map((question) => (
            <article
              key={question.key}
              id={question.key}
              aria-labelledby={`${question.key}-text`}
              className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4 sm:p-6"
            >
              <h3 id={`${question.key}-text`} className="text-lg font-semibold">
                {question.text}
              </h3>
              <AnswerInWords answer={answers.get(question.key) ?? null} levels={question.levels} />
            </article>
          ))}
        </section>
      ))}
    </div>
  );
}
