import "server-only";
import type { Framework } from "@/lib/framework/types";
import type { PlanRequest } from "@/lib/planning/plan";
import { faultInWords } from "@/lib/planning/reading/fault-words";
import { InputError } from "@/lib/scoring/assessment-error";

/** What `run` makes of a request, or its fault in words. */
export function orFault<Made>(
  framework: Framework,
  request: PlanRequest,
  run: () => Made,
): Made | { fault: string } {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { fault: faultInWords(error, framework, request) };
  }
}
