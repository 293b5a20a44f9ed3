import type { Area, Question } from "@/lib/framework/types";

/** What the page needs of a question: the rest of the bank stays on the server. */
export type AskedQuestion = Pick<Question, "key" | "text" | "why" | "evidence" | "levels">;

export type AskedCapability = {
  key: string;
  title: string;
  summary: string;
  questions: readonly AskedQuestion[];
};

export function askedCapabilities({ capabilities }: Area): AskedCapability[] {
  return capabilities.map(({ key, title, summary, questions }) => ({
    key,
    title,
    summary,
    questions: questions.map(({ key, text, why, evidence, levels }) => ({
      key,
      text,
      why,
      evidence,
      levels,
    })),
  }));
}
