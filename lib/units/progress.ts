import { askedFramework } from "../framework/depth";
import type { Depth, Framework } from "../framework/types";

export type Progress = {
  /** Questions with a level or not applicable. */
  answered: number;
  asked: number;
  /** Where the last answer was given; null before the first, or when the framework no longer asks it. */
  last: { area: string; question: string } | null;
};

export function progressOf(
  framework: Framework,
  { depth, answered, lastQuestion }: { depth: Depth; answered: number; lastQuestion: string | null },
): Progress {
  const asked = askedFramework(framework, depth).areas.flatMap((area) =>
    area.capabilities.flatMap(({ questions }) =>
      questions.map((question) => ({ area: area.key, question: question.key })),
    ),
  );
  return {
    answered,
    asked: asked.length,
    last: asked.find(({ question }) => question === lastQuestion) ?? null,
  };
}
