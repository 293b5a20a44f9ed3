import type { Capability } from "../framework/types";

/** Keys of the actions from the level reached (1 when unknown) up to the required one, in order of their steps. */
export function closingActions(capability: Capability, level: number | null, required: number): string[] {
  const reached = Math.floor(level ?? 1);
  return capability.actions
    .filter(({ from, to }) => from >= reached && to <= required)
    .sort((a, b) => a.from - b.from)
    .map(({ key }) => key);
}
