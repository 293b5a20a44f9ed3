import "server-only";
import type { Framework } from "@/lib/framework/types";
import type { Assessment } from "@/lib/scoring/assessment";
import type { CapabilityState } from "@/lib/scoring/capability-state";
import type { Result } from "@/lib/scoring/result";

export type XlsxInput = {
  framework: Framework;
  assessment: Assessment;
  result: Result;
  assessmentId: string;
  submittedAt: Date;
};

/** `questions`: how many were asked. */
export type Context = XlsxInput & { states: readonly CapabilityState[]; questions: number };
