import type { Capability } from "../framework/types";

/** Keys of the actions from the level reached (1 when unknown) up to the required one, in order of their steps. */
export function closingActions(capability: Capability, level: number | null, required: number): string[] {
  const reached = Math.floor((level ?? 1) + 1e-9);
  return capability.actions
    .filter(({ from, to }) => from >= reached && to <= required)
    .toSorted((a, b) => a.from - b.from)
    .map(({ key }) => key);
}
