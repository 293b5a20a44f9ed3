import type { Framework } from "../framework/types";
import type { Plan, PlanRequest } from "./plan";

/** A plan that is kept: what it was asked from, and what came out. */
export type PlanDocument = {
  id: string;
  name: string;
  framework: Framework;
  request: PlanRequest;
  plan: Plan;
};
