import type { Question } from "../framework/types";
import type { Answer, Respondent } from "./assessment";
import { AssessmentError } from "./assessment-error";

/** What the respondents together say about one question. */
export type Consensus = {
  question: Question;
  status: "level" | "notApplicable" | "open";
  /** Mean of the levels given; null unless the status is `level`. */
  level: number | null;
  /** The level with guesses one lower or higher; 1 and 5 when open, null when not applicable. */
  low: number | null;
  high: number | null;
  /** Levels differ by 2 or more. */
  contested: boolean;
  /** Population standard deviation of the levels, null with fewer than two. */
  deviation: number | null;
  /** Some respondent left a note or a link. */
  evidenced: boolean;
};

/**
 * `notApplicable` counts when more than half of those who answered say so; `dontKnow` is no answer.
 * @throws AssessmentError on a level that is not an integer 1–5, or an answer that is not exactly one thing
 */
export function consensusOf(question: Question, respondents: readonly Respondent[]): Consensus {
  let count = 0;
  let sum = 0;
  let squares = 0;
  let least = 5;
  let most = 1;
  let low = 0;
  let high = 0;
  let notApplicable = 0;
  let evidenced = false;
  for (let index = 0; index < respondents.length; index += 1) {
    const answer = answerTo(question.key, respondents[index]);
    if (answer === undefined) continue;
    rejectMalformed(answer, index, question.key);
    if (isEvidenced(answer)) evidenced = true;
    const { level } = answer;
    if (level === undefined) {
      if (answer.notApplicable !== undefined) notApplicable += 1;
      continue;
    }
    count += 1;
    sum += level;
    squares += level * level;
    if (level < least) least = level;
    if (level > most) most = level;
    const doubt = answer.certainty === "guess" ? 1 : 0;
    low += Math.max(1, level - doubt);
    high += Math.min(5, level + doubt);
  }
  if (notApplicable > count) return withoutLevel(question, "notApplicable", evidenced);
  if (count === 0) return withoutLevel(question, "open", evidenced);
  return {
    question,
    status: "level",
    level: sum / count,
    low: low / count,
    high: high / count,
    contested: most - least >= 2,
    deviation: count > 1 ? Math.sqrt(count * squares - sum * sum) / count : null,
    evidenced,
  };
}

function withoutLevel(question: Question, status: "notApplicable" | "open", evidenced: boolean): Consensus {
  const [low, high] = status === "open" ? [1, 5] : [null, null];
  return { question, status, level: null, low, high, contested: false, deviation: null, evidenced };
}

/** Keys of questions hold a dot, so nothing that every object inherits is mistaken for an answer. */
export function answerTo(question: string, respondent: Respondent | undefined): Answer | undefined {
  return respondent?.answers[question];
}

/** It carries a note or a link. */
export function isEvidenced({ note, evidence }: Answer): boolean {
  return (note !== undefined && note.trim() !== "") || (evidence !== undefined && evidence.length > 0);
}

function rejectMalformed({ level, notApplicable, dontKnow }: Answer, respondent: number, question: string) {
  const given = Number(level !== undefined) + Number(notApplicable !== undefined) + Number(dontKnow === true);
  if (given !== 1) {
    const path = `respondents[${respondent}].answers.${question}`;
    throw new AssessmentError(path, "exactly one of level, notApplicable and dontKnow");
  }
  if (level !== undefined && !(Number.isInteger(level) && level >= 1 && level <= 5)) {
    throw new AssessmentError(
      `respondents[${respondent}].answers.${question}.level`,
      "an integer from 1 to 5",
    );
  }
}
