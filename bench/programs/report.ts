import { evaluate } from "@/lib/evaluation/evaluate";
import { aiScaling } from "@/lib/framework/ai-scaling/framework";
import { gapReport } from "@/lib/report/gap-report";
import { answered } from "@/tests/support/answered";

export const CREATED = new Date("2026-11-20T10:00:00Z");

/** The gap report of a full assessment with its answers. */
export function report() {
  const assessment = answered();
  const result = evaluate(aiScaling, assessment);
  const identity = { assessmentId: "a-1", submittedAt: CREATED, withAnswers: true };
  return gapReport({ framework: aiScaling, assessment, result, ...identity });
}
