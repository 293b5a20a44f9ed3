import type { PageValues } from "@/lib/answer-queue/answer-queue";
import type { Stored } from "@/lib/answer-queue/entry";
import { CONDITIONS, type ConditionAnswer, type Suitability, WARNINGS } from "@/lib/scoring/assessment";

/** A condition is met, partly or not; a warning sign is there or not. */
export type SuitabilityAnswer = ConditionAnswer | boolean;

export const conditionKey = (key: string) => `conditions.${key}`;
export const warningKey = (key: string) => `warnings.${key}`;

/** As the queue knows it: there are no revisions, of two answers the later one stands. */
export function suitabilityValues({ conditions, warnings }: Suitability): PageValues<SuitabilityAnswer> {
  const stored = (value: SuitabilityAnswer | undefined) =>
    value === undefined ? null : { value, revision: 0, carriedOver: false, savedAt: 0 };
  return new Map<string, Stored<SuitabilityAnswer> | null>([
    ...CONDITIONS.map((key) => [conditionKey(key), stored(conditions[key])] as const),
    ...WARNINGS.map((key) => [warningKey(key), stored(warnings[key])] as const),
  ]);
}
