import type { Plan, PlanItem } from "../plan";
import { BARRIER_CAPABILITIES, type Stakeholder } from "../stakeholders";

/** The actions of a plan that lower the barrier of a group. */
export function loweringItems(
  { barrier }: Pick<Stakeholder, "barrier">,
  { items }: Pick<Plan, "items">,
): PlanItem[] {
  const capabilities = barrier ? BARRIER_CAPABILITIES[barrier] : [];
  return items.filter(({ capability }) => capabilities.includes(capability));
}
