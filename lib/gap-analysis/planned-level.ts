import type { CapabilityState } from "../scoring/capability-state";

/**
 * The level that a capability reaches with its accepted actions: from `floor(L)` (1 when unknown) up the unbroken
 * chain of accepted steps, never below L. A step is accepted when every action of it is.
 */
export function plannedLevel(
  { level, capability }: Pick<CapabilityState, "level" | "capability">,
  accepted: ReadonlySet<string>,
): number {
  let reached = Math.floor(level ?? 1);
  while (isStepAccepted(capability.actions, reached, accepted)) reached += 1;
  return Math.max(level ?? 1, reached);
}

function isStepAccepted(
  actions: CapabilityState["capability"]["actions"],
  from: number,
  accepted: ReadonlySet<string>,
): boolean {
  const step = actions.filter((action) => action.from === from);
  return step.length > 0 && step.every(({ key }) => accepted.has(key));
}
