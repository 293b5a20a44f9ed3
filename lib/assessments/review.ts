import type { Area, Question } from "../framework/types";
import type { Answer } from "../scoring/assessment";

export type ReviewedQuestion = {
  question: Pick<Question, "key" | "text" | "levels">;
  answer: Answer | null;
  carriedOver: boolean;
};

export type ReviewedArea = {
  key: string;
  title: string;
  capabilities: readonly { key: string; title: string; questions: readonly ReviewedQuestion[] }[];
};

type Given = { question: string; answer: Answer; carriedOver: boolean };

/** Every question that is asked with its answer, in framework order. */
export function reviewedAreas(areas: readonly Area[], answers: readonly Given[]): ReviewedArea[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  return areas.map((area) => ({
    key: area.key,
    title: area.title,
    capabilities: area.capabilities.map(({ key, title, questions }) => ({
      key,
      title,
      questions: questions.map((question) => ({
        question: { key: question.key, text: question.text, levels: question.levels },
        answer: given.get(question.key)?.answer ?? null,
        carriedOver: given.get(question.key)?.carriedOver ?? false,
      })),
    })),
  }));
}

export function isOpenAnswer(answer: Answer | null): boolean {
  return answer === null || answer.dontKnow === true;
}

export function reviewedQuestions(areas: readonly ReviewedArea[]): ReviewedQuestion[] {
  return areas.flatMap(({ capabilities }) => capabilities.flatMap(({ questions }) => questions));
}
