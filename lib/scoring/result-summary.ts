import type { Result } from "./result";

/** What a list of many units shows of a result: less than half of it. */
export type ResultSummary = Omit<Result, "gaps" | "infrastructures" | "risks" | "settlingQuestions">;

export function summaryOf(result: Result): ResultSummary {
  const { gaps, infrastructures, risks, settlingQuestions, ...summary } = result;
  return summary;
}
