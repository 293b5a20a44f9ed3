import { formatLevel, formatPercent, formatScore } from "../format/number";
import type { Phase } from "../framework/types";
import { PHASE_WORDS } from "../framework/words";
import { CONDITIONS, type Condition, type Suitability, WARNINGS, type Warning } from "./assessment";
import type { Outcome, VerdictReason } from "./result";
import { CONDITION_WORDS, WARNING_WORDS } from "./words";

/** A gating capability with its gap, 0 when there is none. */
export type GatingGap = { key: string; title: string; gap: number };

export type VerdictInput = {
  /** 0..1 */
  completeness: number;
  /** 0..100; null when every capability is excluded. */
  readiness: number | null;
  gating: readonly GatingGap[];
  suitability: Suitability;
};

/** What makes a rule hold, before it is put into words. */
type Ground =
  | { rule: "completeness"; completeness: number; needed: number }
  | { rule: "nothingAssessed" }
  | { rule: "readiness"; readiness: number; needed: number }
  | { rule: "gatingGap"; gating: GatingGap }
  | { rule: "conditionNotMet"; condition: Condition }
  | { rule: "warningSign"; warning: Warning }
  | { rule: "suitabilityOpen"; open: number };

const EPSILON = 1e-9;
const DECISIVE_WARNINGS: readonly Warning[] = ["unstablePilots", "unprovenConcepts"];

const rules: readonly { outcome: Outcome; grounds: (input: VerdictInput) => Ground[] }[] = [
  { outcome: "insufficientEvidence", grounds: insufficiency },
  { outcome: "notReady", grounds: blockers },
  { outcome: "readyWithConditions", grounds: reservations },
];

/** The first rule that holds: see `verdictOf`. */
export function outcomeOf(input: VerdictInput): Outcome {
  return rules.find(({ grounds }) => grounds(input).length > 0)?.outcome ?? "ready";
}

/** The first of the method's four verdict rules that holds, with everything that makes it hold. */
export function verdictOf(input: VerdictInput, phase: Phase): { outcome: Outcome; reasons: VerdictReason[] } {
  for (const { outcome, grounds } of rules) {
    const found = grounds(input);
    if (found.length > 0) return { outcome, reasons: found.map((ground) => inWords(ground, phase)) };
  }
  const text = `Readiness is ${formatScore(input.readiness)}, no gating capability is a level short, and nothing speaks against it.`;
  return { outcome: "ready", reasons: [{ rule: "allMet", text }] };
}

function insufficiency({ completeness, readiness }: VerdictInput): Ground[] {
  if (completeness < 0.6 - EPSILON) return [{ rule: "completeness", completeness, needed: 0.6 }];
  return readiness === null ? [{ rule: "nothingAssessed" }] : [];
}

function blockers({ readiness, gating, suitability }: VerdictInput): Ground[] {
  return [
    ...belowReadiness(readiness, 65),
    ...gatingGaps(gating, 2),
    ...warningSigns(suitability, (warning) => DECISIVE_WARNINGS.includes(warning)),
  ];
}

function reservations({ completeness, readiness, gating, suitability }: VerdictInput): Ground[] {
  const { conditions, warnings } = suitability;
  const open =
    CONDITIONS.filter((key) => conditions[key] === undefined).length +
    WARNINGS.filter((key) => warnings[key] === undefined).length;
  const grounds: Ground[] = [...belowReadiness(readiness, 85), ...gatingGaps(gating, 1)];
  if (completeness < 0.9 - EPSILON) grounds.push({ rule: "completeness", completeness, needed: 0.9 });
  for (const condition of CONDITIONS) {
    if (conditions[condition] === "no") grounds.push({ rule: "conditionNotMet", condition });
  }
  grounds.push(...warningSigns(suitability, (warning) => !DECISIVE_WARNINGS.includes(warning)));
  if (open > 0) grounds.push({ rule: "suitabilityOpen", open });
  return grounds;
}

function belowReadiness(readiness: number | null, needed: number): Ground[] {
  return readiness !== null && readiness < needed - EPSILON ? [{ rule: "readiness", readiness, needed }] : [];
}

function gatingGaps(gating: readonly GatingGap[], levels: number): Ground[] {
  return gating
    .filter(({ gap }) => gap >= levels - EPSILON)
    .map((found): Ground => ({ rule: "gatingGap", gating: found }));
}

function warningSigns({ warnings }: Suitability, counts: (warning: Warning) => boolean): Ground[] {
  return WARNINGS.filter((key) => warnings[key] && counts(key)).map(
    (warning): Ground => ({ rule: "warningSign", warning }),
  );
}

function inWords(ground: Ground, phase: Phase): VerdictReason {
  const target = PHASE_WORDS[phase].toLowerCase();
  switch (ground.rule) {
    case "completeness": {
      const text = `${formatPercent(ground.completeness)} of the questions are answered; ${formatPercent(ground.needed)} are needed.`;
      return { rule: "completeness", text };
    }
    case "nothingAssessed":
      return {
        rule: "completeness",
        text: "Every question is marked not applicable, so nothing was assessed.",
      };
    case "readiness": {
      const text = `Readiness for ${target} is ${formatScore(ground.readiness)}, below ${ground.needed}.`;
      return { rule: "readiness", text };
    }
    case "gatingGap": {
      const { key, title, gap } = ground.gating;
      const levels = gap === 1 ? "1 level" : `${formatLevel(gap)} levels`;
      const text = `${title} is gating and ${levels} below what ${target} requires.`;
      return { rule: "gatingGap", capability: key, text };
    }
    case "conditionNotMet": {
      const text = `Condition not met: ${CONDITION_WORDS[ground.condition].toLowerCase()}.`;
      return { rule: "conditionNotMet", condition: ground.condition, text };
    }
    case "warningSign": {
      const text = `Warning sign: ${WARNING_WORDS[ground.warning].toLowerCase()}.`;
      return { rule: "warningSign", warning: ground.warning, text };
    }
    case "suitabilityOpen": {
      const questions = ground.open === 1 ? "question is" : "questions are";
      return { rule: "suitabilityOpen", text: `${ground.open} of 10 suitability ${questions} still open.` };
    }
  }
}
