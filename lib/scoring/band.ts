import type { CapabilityState } from "./capability-state";
import { BANDS, type Band } from "./result";
import { scoreOfLevel } from "./score";
import { steady } from "./steady";

/** 0–<20 Ad hoc, 20–<40 Emerging, 40–<60 Defined, 60–<80 Managed, 80–100 Optimized. */
export function bandOf(score: number): Band {
  return bandAt(bandIndex(score));
}

function bandIndex(score: number): number {
  return Math.min(4, Math.floor(steady(score) / 20));
}

function bandAt(index: number): Band {
  return BANDS[index] ?? "optimized";
}

export type HeldBand = { band: Band | null; heldBackBy: string | null };

/**
 * The band of a mean, at most one above that of its weakest gating capability, which is named when it held the band
 * back. A gating capability without a level holds nothing back here: the verdict counts it.
 */
export function heldBand(score: number | null, states: readonly CapabilityState[]): HeldBand {
  if (score === null) return { band: null, heldBackBy: null };
  const index = bandIndex(score);
  const weakest = weakestGating(states);
  if (weakest === null) return { band: bandAt(index), heldBackBy: null };
  const most = bandIndex(scoreOfLevel(weakest.level)) + 1;
  if (index <= most) return { band: bandAt(index), heldBackBy: null };
  return { band: bandAt(most), heldBackBy: weakest.key };
}

/** The first in framework order of the gating capabilities at the lowest level. */
function weakestGating(states: readonly CapabilityState[]): { key: string; level: number } | null {
  let weakest: { key: string; level: number } | null = null;
  for (const { capability, level } of states) {
    if (!capability.gating || level === null) continue;
    if (weakest === null || level < weakest.level) weakest = { key: capability.key, level };
  }
  return weakest;
}
