import type { Answer } from "./assessment";
import { NOT_APPLICABLE_WORDS } from "./words";

/** What was answered: the level with its descriptor, or why there is none. */
export function answerInWords(answer: Answer | undefined, levels: readonly string[]): string {
  if (!answer) return "Not answered";
  if (answer.level !== undefined) return `${answer.level}. ${levels[answer.level - 1] ?? ""}`;
  if (answer.notApplicable)
    return `Not applicable: ${NOT_APPLICABLE_WORDS[answer.notApplicable].toLowerCase()}`;
  return "Don't know";
}
