import { formatMoneyRange } from "../format/money";
import { formatLevel } from "../format/number";

/** By how much the effort of actions may turn out less and more than estimated, in percent: 0..100 and 0..1000. */
export type Uncertainty = { less: number; more: number };

export type Range = { low: number; high: number };

/**
 * `estimate × (1 − less / 100)` to `estimate × (1 + more / 100)`, and what is certain added to both: all estimates are
 * taken to be off the same way. Null while nothing is stated.
 */
export function rangeOf(uncertainty: Uncertainty | undefined, estimate: number, certain = 0): Range | null {
  if (!uncertainty) return null;
  const { less, more } = uncertainty;
  return { low: estimate * (1 - less / 100) + certain, high: estimate * (1 + more / 100) + certain };
}

/** `34.5–80.5`; empty without a range. */
export function rangeInWords(range: Range | null): string {
  return range ? `${formatLevel(range.low)}–${formatLevel(range.high)}` : "";
}

/** `USD 34,500–80,500`; empty without a range. */
export function moneyRangeInWords(range: Range | null, currency: string): string {
  return range ? formatMoneyRange(range.low, range.high, currency) : "";
}

/** Where the ranges of a plan come from. */
export function uncertaintyInWords({ less, more }: Uncertainty): string {
  return `Ranges: the effort of each action may be ${formatLevel(less)}% less or ${formatLevel(more)}% more than estimated, as stated for this plan. All of them are taken to be off the same way. Stated amounts for technology are taken as certain, and weeks are planned with the estimates.`;
}
