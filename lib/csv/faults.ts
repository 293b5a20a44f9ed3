import { BOUNDS } from "../bounds/bounds";
import { firstOf } from "../text/length";

/** What is wrong with a file: where, and in words. */
export type Fault = { place: string; text: string };

/** In the order in which they were found; how many more there are than are told. */
export type Faults = { faults: Fault[]; more: number };

export function noFaults(): Faults {
  return { faults: [], more: 0 };
}

/** One that keeps everything else from being looked at. */
export function oneFault(place: string, text: string): Faults {
  return { faults: [{ place, text }], more: 0 };
}

export function tell(found: Faults, place: string, text: string) {
  if (found.faults.length < BOUNDS.faults) found.faults.push({ place, text });
  else found.more += 1;
}

export function countOf({ faults, more }: Faults): number {
  return faults.length + more;
}

/** Those of several files. */
export function allFaults(of: readonly Faults[]): Faults {
  const all = noFaults();
  for (const { faults, more } of of) {
    for (const { place, text } of faults) tell(all, place, text);
    all.more += more;
  }
  return all;
}

/** What a file says, as much of it as a sentence has room for. */
export function inQuotes(text: string): string {
  return `“${firstOf(text, BOUNDS.name)}”`;
}
