import type { CapabilityState } from "./capability-state";
import { BANDS, type Band } from "./result";
import { scoreOfLevel } from "./score";

/** 0–<20 Ad hoc, 20–<40 Emerging, 40–<60 Defined, 60–<80 Managed, 80–100 Optimized. */
export function bandOf(score: number): Band {
  return BANDS[bandIndex(score)] ?? "optimized";
}

function bandIndex(score: number): number {
  // 1e-9: a mean that is 60 but for its last digit is 60.
  return Math.min(4, Math.floor((score + 1e-9) / 20));
}

export type HeldBand = { band: Band | null; heldBackBy: string | null };

/** The band of a mean, at most one above that of its weakest gating capability, which is then named. */
export function heldBand(score: number | null, states: readonly CapabilityState[]): HeldBand {
  if (score === null) return { band: null, heldBackBy: null };
  let weakest: { key: string; score: number } | null = null;
  for (const { capability, level } of states) {
    if (!capability.gating || level === null) continue;
    const own = scoreOfLevel(level);
    if (weakest === null || own < weakest.score) weakest = { key: capability.key, score: own };
  }
  const index = bandIndex(score);
  if (weakest === null) return { band: bandOf(score), heldBackBy: null };
  const most = bandIndex(weakest.score) + 1;
  if (index <= most) return { band: bandOf(score), heldBackBy: null };
  return { band: BANDS[most] ?? "optimized", heldBackBy: weakest.key };
}
