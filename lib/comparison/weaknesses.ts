import type { ComparedUnit } from "./compared-unit";
import { distributionOf } from "./distribution";

/** A capability in which a unit is short: its gap is a level or more. */
export const SHORT_GAP_MIN = 1;
/** Shared by at least this part of the units that it is assessed in, a weakness is common. */
const COMMON_SHARE_MIN = 0.5;

export type Weakness = {
  capability: string;
  /** Ids of the units that are short, the widest gap first. */
  units: readonly string[];
  /** In how many units the capability is assessed. */
  assessed: number;
  /** `units` of `assessed`, 0..1. */
  share: number;
  /** Readiness points that closing it is worth to a unit that is short: the median. */
  gain: number;
};

/**
 * Common weaknesses are worth solving once for all, local ones where they are. Common: the most shared first;
 * local: the largest gain first.
 */
export function weaknesses(units: readonly ComparedUnit[]): { common: Weakness[]; local: Weakness[] } {
  const all = shortByCapability(units).flatMap(({ capability, assessed, short }): Weakness[] => {
    const gain = distributionOf(short.map(({ gain }) => gain))?.median;
    if (gain === undefined) return [];
    const ids = short.sort((a, b) => b.gap - a.gap || (a.unit < b.unit ? -1 : 1)).map(({ unit }) => unit);
    return [{ capability, units: ids, assessed, share: ids.length / assessed, gain }];
  });
  const byShare = (a: Weakness, b: Weakness) => b.share - a.share || b.gain - a.gain || byKey(a, b);
  const byGain = (a: Weakness, b: Weakness) => b.gain - a.gain || byKey(a, b);
  return {
    common: all.filter(({ share }) => share >= COMMON_SHARE_MIN).sort(byShare),
    local: all.filter(({ share }) => share < COMMON_SHARE_MIN).sort(byGain),
  };
}

const byKey = (a: Weakness, b: Weakness) => (a.capability < b.capability ? -1 : 1);

type Short = { unit: string; gap: number; gain: number };

function shortByCapability(units: readonly ComparedUnit[]) {
  const found = new Map<string, { capability: string; assessed: number; short: Short[] }>();
  for (const { unit, latest } of units) {
    for (const { key, gap, gain } of latest.result.areas.flatMap(({ capabilities }) => capabilities)) {
      if (gap === null || gain === null) continue;
      const entry = found.get(key) ?? { capability: key, assessed: 0, short: [] };
      found.set(key, entry);
      entry.assessed++;
      if (gap >= SHORT_GAP_MIN) entry.short.push({ unit: unit.id, gap, gain });
    }
  }
  return [...found.values()];
}
