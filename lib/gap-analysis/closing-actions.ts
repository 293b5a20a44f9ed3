import type { Capability } from "../framework/types";

/** Keys of the actions from the level reached (1 when unknown) up to the required one, in order of their steps. */
export function closingActions(capability: Capability, level: number | null, required: number): string[] {
  const keys: string[] = [];
  for (let step = Math.floor(level ?? 1); step < required; step += 1) {
    for (const { from, key } of capability.actions) if (from === step) keys.push(key);
  }
  return keys;
}
