import { CONDITIONS, type ConditionAnswer, type Suitability, WARNINGS } from "../scoring/assessment";

/** A condition is met, partly or not; a warning sign is there or not. */
export type SuitabilityAnswer = ConditionAnswer | boolean;

const PARTS = { conditions: CONDITIONS, warnings: WARNINGS } as const;
type Part = keyof typeof PARTS;

/** `conditions.provenPilots`, `warnings.unstablePilots` */
export type SuitabilityKey = {
  [P in Part]: `${P}.${(typeof PARTS)[P][number]}`;
}[Part];

export const conditionKey = (key: (typeof CONDITIONS)[number]) => `conditions.${key}` as const;
export const warningKey = (key: (typeof WARNINGS)[number]) => `warnings.${key}` as const;

/** The ten questions, in the order in which they are asked. */
export const SUITABILITY_KEYS: readonly SuitabilityKey[] = [
  ...CONDITIONS.map(conditionKey),
  ...WARNINGS.map(warningKey),
];

export function isSuitabilityKey(key: string): key is SuitabilityKey {
  return SUITABILITY_KEYS.some((known) => known === key);
}

/** Null when it is not answered. */
export function suitabilityAnswer(suitability: Suitability, key: SuitabilityKey): SuitabilityAnswer | null {
  for (const condition of CONDITIONS)
    if (conditionKey(condition) === key) return suitability.conditions[condition] ?? null;
  for (const warning of WARNINGS)
    if (warningKey(warning) === key) return suitability.warnings[warning] ?? null;
  return null;
}

/** With one answer more, or another one. One that is none for the question is passed over. */
export function withSuitabilityAnswer(
  { conditions, warnings }: Suitability,
  key: SuitabilityKey,
  answer: SuitabilityAnswer,
): Suitability {
  if (typeof answer === "boolean") {
    const warning = WARNINGS.find((one) => warningKey(one) === key);
    return warning ? { conditions, warnings: { ...warnings, [warning]: answer } } : { conditions, warnings };
  }
  const condition = CONDITIONS.find((one) => conditionKey(one) === key);
  return condition
    ? { conditions: { ...conditions, [condition]: answer }, warnings }
    : { conditions, warnings };
}
