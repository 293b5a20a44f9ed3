import type { Level, Question } from "../framework/types";
import type { Assessment } from "./assessment";
import { AssessmentError } from "./assessment-error";

/** What the respondents together say about one question. */
export type Consensus = {
  question: Question;
  status: "level" | "notApplicable" | "open";
  /** Mean of the levels given; null unless the status is `level`. */
  level: number | null;
  /** The level with guesses one lower or higher; 1 and 5 when open. */
  low: number;
  high: number;
  /** Levels differ by 2 or more. */
  contested: boolean;
  /** Population standard deviation of the levels, null with fewer than two. */
  deviation: number | null;
  /** Some respondent left a note or a link. */
  evidenced: boolean;
};

const clampLevel = (level: number) => Math.min(5, Math.max(1, level));

/** @throws AssessmentError on a level that is not an integer 1–5 */
export function consensusOf(question: Question, respondents: Assessment["respondents"]): Consensus {
  const levels: Level[] = [];
  let low = 0;
  let high = 0;
  let notApplicable = 0;
  let evidenced = false;
  for (const [index, { answers }] of respondents.entries()) {
    const answer = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
    if (!answer) continue;
    if (answer.note || (answer.evidence?.length ?? 0) > 0) evidenced = true;
    if (answer.notApplicable !== undefined) notApplicable += 1;
    if (answer.level === undefined) continue;
    if (!Number.isInteger(answer.level) || answer.level < 1 || answer.level > 5) {
      throw new AssessmentError(
        `respondents[${index}].answers.${question.key}.level`,
        "an integer from 1 to 5",
      );
    }
    levels.push(answer.level);
    const doubt = answer.certainty === "guess" ? 1 : 0;
    low += clampLevel(answer.level - doubt);
    high += clampLevel(answer.level + doubt);
  }
  const count = levels.length;
  const base = { question, evidenced };
  if (notApplicable > (notApplicable + count) / 2) {
    return {
      ...base,
      status: "notApplicable",
      level: null,
      low: 1,
      high: 5,
      contested: false,
      deviation: null,
    };
  }
  if (count === 0) {
    return { ...base, status: "open", level: null, low: 1, high: 5, contested: false, deviation: null };
  }
  const mean = levels.reduce<number>((sum, level) => sum + level, 0) / count;
  const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / count;
  return {
    ...base,
    status: "level",
    level: mean,
    low: low / count,
    high: high / count,
    contested: Math.max(...levels) - Math.min(...levels) >= 2,
    deviation: count >= 2 ? Math.sqrt(variance) : null,
  };
}
