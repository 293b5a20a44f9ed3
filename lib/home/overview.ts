import { OUTCOMES, type Outcome } from "../scoring/result";
import { OUTCOME_WORDS } from "../scoring/result-words";
import type { Standing } from "../units/standing";

/** Readiest first; what could not be assessed last; equal ones as given. */
export function byReadiness<T extends { standing: Standing }>(rows: readonly T[]): T[] {
  const value = ({ standing }: T) => standing.readiness.value ?? -1;
  return [...rows].sort((a, b) => value(b) - value(a));
}

/** How many units have which verdict, best first, in words: `1 ready, 3 not ready`. Empty for none. */
export function verdictCounts(outcomes: readonly Outcome[]): string {
  return [...OUTCOMES]
    .reverse()
    .map((outcome) => ({ outcome, count: outcomes.filter((candidate) => candidate === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${OUTCOME_WORDS[outcome].toLowerCase()}`)
    .join(", ");
}
