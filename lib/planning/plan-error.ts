import { InputError } from "../scoring/assessment-error";

/** What a plan was asked from cannot hold: where, such as `locked[0].startWeek`, and what to change there. */
export class PlanError extends InputError {
  override readonly name = "PlanError";
}
