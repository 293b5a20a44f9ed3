import type { Area } from "../framework/types";
import { type Answer, CONDITIONS, type Suitability, WARNINGS } from "../scoring/assessment";

export type AreaProgress = {
  key: string;
  title: string;
  asked: number;
  /** With a level or not applicable. */
  answered: number;
  /** Not answered, or answered with don't know. */
  open: number;
  /** Carried over and not confirmed yet. */
  carriedOver: number;
};

type Given = { question: string; answer: Answer; carriedOver: boolean };

/** How far each area is; `areas` as the assessment asks them. */
export function areaProgress(areas: readonly Area[], answers: readonly Given[]): AreaProgress[] {
  const byQuestion = new Map(answers.map((given) => [given.question, given]));
  return areas.map(({ key, title, capabilities }) => {
    const questions = capabilities.flatMap((capability) => capability.questions);
    const given = questions.flatMap((question) => byQuestion.get(question.key) ?? []);
    const answered = given.filter(({ answer }) => !answer.dontKnow).length;
    return {
      key,
      title,
      asked: questions.length,
      answered,
      open: questions.length - answered,
      carriedOver: given.filter(({ carriedOver }) => carriedOver).length,
    };
  });
}

export const SUITABILITY_ASKED = CONDITIONS.length + WARNINGS.length;

export function suitabilityAnswered({ conditions, warnings }: Suitability): number {
  return (
    CONDITIONS.filter((key) => conditions[key] !== undefined).length +
    WARNINGS.filter((key) => warnings[key] !== undefined).length
  );
}

/** The area that asks a question; undefined when none does. */
export function areaOf(areas: readonly Area[], question: string): string | undefined {
  return areas.find(({ capabilities }) =>
    capabilities.some(({ questions }) => questions.some(({ key }) => key === question)),
  )?.key;
}
