import type { Framework } from "../framework/types";
import { answerInWords } from "../scoring/answer-words";
import type { Answer, Assessment } from "../scoring/assessment";
import { CERTAINTY_WORDS } from "../scoring/words";
import type { Block, Section } from "./document";

function remarksInWords({ note, evidence, certainty }: Answer): string {
  return [
    note,
    evidence && evidence.length > 0 ? `Evidence: ${evidence.join(", ")}` : undefined,
    certainty ? CERTAINTY_WORDS[certainty] : undefined,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Every question with what each respondent said, notes and evidence included. */
export function answersSection(assessment: Assessment, asked: Framework): Section {
  const several = assessment.respondents.length > 1;
  return {
    title: "Answers",
    blocks: asked.areas.map(
      (area): Block => ({
        kind: "table",
        caption: area.title,
        columns: [
          { title: "Question", share: 3 },
          { title: "Answer", share: 3 },
          { title: "Note and evidence", share: 3 },
        ],
        rows: area.capabilities.flatMap(({ questions }) =>
          questions.flatMap((question) =>
            assessment.respondents.map(({ name, answers }) => {
              const answer = answers[question.key];
              const said = answerInWords(answer, question.levels);
              return [
                question.text,
                several ? `${name}: ${said}` : said,
                answer ? remarksInWords(answer) : "",
              ];
            }),
          ),
        ),
      }),
    ),
  };
}
