import "server-only";
import type { Framework } from "@/lib/framework/types";
import { makePlan } from "@/lib/planning/engine/make-plan";
import type { Plan, PlanRequest } from "@/lib/planning/plan";
import { orFault } from "./or-fault";
import { loadSolver } from "./solver";

type Asked = { framework: Framework; request: PlanRequest };

/** The plan that comes of a request, or why none can, in words. */
export async function plan({ framework, request }: Asked): Promise<{ plan: Plan } | { fault: string }> {
  const solve = await loadSolver();
  return orFault(framework, request, () => ({ plan: makePlan(framework, request, solve) }));
}
