import type { AreaResult, Result } from "./result";

/** What the comparison of many units shows of a result: less than half of it. */
export type ResultSummary = Omit<Result, "gaps" | "infrastructures" | "risks" | "settlingQuestions">;

/** What lists and changes over time show of a result: a twentieth of it. */
export type ResultBrief = Pick<Result, "framework" | "targetPhase" | "score" | "readiness"> & {
  verdict: Pick<Result["verdict"], "outcome">;
  areas: readonly Pick<AreaResult, "key" | "score" | "readiness">[];
};

export function summaryOf(result: Result): ResultSummary {
  const { gaps, infrastructures, risks, settlingQuestions, ...summary } = result;
  return summary;
}

export function briefOf({
  framework,
  targetPhase,
  score,
  readiness,
  verdict: { outcome },
  areas,
}: ResultBrief): ResultBrief {
  return {
    framework,
    targetPhase,
    score,
    readiness,
    verdict: { outcome },
    areas: areas.map(({ key, score, readiness }) => ({ key, score, readiness })),
  };
}
