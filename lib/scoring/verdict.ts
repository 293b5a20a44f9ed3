import { formatLevel, formatPercent, formatScore, formatScoreBelow } from "../format/number";
import type { Phase } from "../framework/types";
import { PHASE_WORDS } from "../framework/words";
import { CONDITIONS, type Suitability, WARNINGS, type Warning } from "./assessment";
import type { Completeness } from "./completeness";
import type { Outcome, VerdictReason } from "./result";
import { steady } from "./steady";
import { CONDITION_WORDS, WARNING_WORDS } from "./words";

/** Below these, or with a gating gap this large, the outcome holds: readiness 0..100, shares 0..1, gaps in levels. */
export const VERDICT_LIMITS = {
  insufficientEvidence: { completeness: 0.6 },
  notReady: { readiness: 65, gatingGap: 2 },
  readyWithConditions: { readiness: 85, gatingGap: 1, completeness: 0.9 },
} as const;

const DECISIVE_WARNINGS: readonly Warning[] = ["unprovenConcepts", "unstablePilots"];

/** What the first rule that holds is found from. */
export type VerdictFacts = {
  /** 0..1 */
  completeness: number;
  /** 0..100; null when every capability is excluded. */
  readiness: number | null;
  /** The largest gap of a gating capability; 0 when there is none. */
  gatingGap: number;
  /** The best outcome that the suitability answers allow. */
  ceiling: Outcome;
};

/** The first of the method's four rules that holds. */
export function outcomeOf({ completeness, readiness, gatingGap, ceiling }: VerdictFacts): Outcome {
  const { insufficientEvidence, notReady, readyWithConditions } = VERDICT_LIMITS;
  const share = steady(completeness);
  if (readiness === null || share < insufficientEvidence.completeness) return "insufficientEvidence";
  const points = steady(readiness);
  const gap = steady(gatingGap);
  if (points < notReady.readiness || gap >= notReady.gatingGap || ceiling === "notReady") return "notReady";
  const conditional =
    points < readyWithConditions.readiness ||
    gap >= readyWithConditions.gatingGap ||
    share < readyWithConditions.completeness ||
    ceiling === "readyWithConditions";
  return conditional ? "readyWithConditions" : "ready";
}

/** `notReady` with a decisive warning sign, `readyWithConditions` with any other reservation or an open answer. */
export function suitabilityCeiling(suitability: Suitability): Outcome {
  if (DECISIVE_WARNINGS.some((warning) => suitability.warnings[warning])) return "notReady";
  const reserved =
    CONDITIONS.some((condition) => (suitability.conditions[condition] ?? "no") === "no") ||
    WARNINGS.some((warning) => suitability.warnings[warning] ?? true);
  return reserved ? "readyWithConditions" : "ready";
}

/** A gating capability with its gap, 0 when there is none. */
export type GatingGap = { key: string; title: string; gap: number };

export type VerdictInput = {
  completeness: Completeness;
  /** 0..100; null when every capability is excluded. */
  readiness: number | null;
  gating: readonly GatingGap[];
  suitability: Suitability;
};

/** The verdict with everything that makes its rule hold, in words. */
export function verdictOf(input: VerdictInput, phase: Phase): { outcome: Outcome; reasons: VerdictReason[] } {
  const { completeness, readiness, gating, suitability } = input;
  let gatingGap = 0;
  for (const { gap } of gating) if (gap > gatingGap) gatingGap = gap;
  const ceiling = suitabilityCeiling(suitability);
  const outcome = outcomeOf({ completeness: completeness.share, readiness, gatingGap, ceiling });
  return { outcome, reasons: reasonsFor(outcome, input, phase) };
}

function reasonsFor(outcome: Outcome, input: VerdictInput, phase: Phase): VerdictReason[] {
  const { completeness, readiness, gating, suitability } = input;
  if (readiness === null && completeness.share === 1) {
    return [{ rule: "completeness", text: "Every question is not applicable, so nothing is assessed." }];
  }
  switch (outcome) {
    case "insufficientEvidence":
      return tooFewAnswers(completeness, VERDICT_LIMITS.insufficientEvidence.completeness);
    case "notReady":
      return [
        ...belowReadiness(readiness, VERDICT_LIMITS.notReady.readiness, phase),
        ...gatingGaps(gating, VERDICT_LIMITS.notReady.gatingGap, phase),
        ...warningSigns(suitability, (warning) => DECISIVE_WARNINGS.includes(warning)),
      ];
    case "readyWithConditions":
      return [
        ...belowReadiness(readiness, VERDICT_LIMITS.readyWithConditions.readiness, phase),
        ...gatingGaps(gating, VERDICT_LIMITS.readyWithConditions.gatingGap, phase),
        ...tooFewAnswers(completeness, VERDICT_LIMITS.readyWithConditions.completeness),
        ...unmetConditions(suitability),
        ...warningSigns(suitability, (warning) => !DECISIVE_WARNINGS.includes(warning)),
        ...openSuitability(suitability),
      ];
    case "ready": {
      const text = `Readiness for ${nameOf(phase)} is ${formatScore(readiness)}, no gating capability is a level short, no condition is unmet and no warning sign is present.`;
      return [{ rule: "allMet", text }];
    }
  }
}

function nameOf(phase: Phase): string {
  return PHASE_WORDS[phase].toLowerCase();
}

function tooFewAnswers({ asked, answered, share }: Completeness, needed: number): VerdictReason[] {
  if (steady(share) >= needed) return [];
  const text = `${answered} of ${asked} questions are answered; ${formatPercent(needed)} are needed.`;
  return [{ rule: "completeness", text }];
}

function belowReadiness(readiness: number | null, needed: number, phase: Phase): VerdictReason[] {
  if (readiness === null || steady(readiness) >= needed) return [];
  const text = `Readiness for ${nameOf(phase)} is ${formatScoreBelow(readiness, needed)}, below ${needed}.`;
  return [{ rule: "readiness", text }];
}

function gatingGaps(gating: readonly GatingGap[], levels: number, phase: Phase): VerdictReason[] {
  return gating
    .filter(({ gap }) => steady(gap) >= levels)
    .map(({ key, title, gap }) => {
      const size = steady(gap) === 1 ? "1 level" : `${formatLevel(gap)} levels`;
      const text = `${title} is gating and ${size} below what ${nameOf(phase)} requires.`;
      return { rule: "gatingGap", capability: key, text };
    });
}

function unmetConditions({ conditions }: Suitability): VerdictReason[] {
  return CONDITIONS.filter((condition) => conditions[condition] === "no").map((condition) => ({
    rule: "conditionNotMet",
    condition,
    text: `Condition not met: ${lowerFirst(CONDITION_WORDS[condition])}.`,
  }));
}

function warningSigns({ warnings }: Suitability, counts: (warning: Warning) => boolean): VerdictReason[] {
  return WARNINGS.filter((warning) => warnings[warning] && counts(warning)).map((warning) => ({
    rule: "warningSign",
    warning,
    text: `Warning sign present: ${lowerFirst(WARNING_WORDS[warning])}.`,
  }));
}

/** Only the first letter: the rest may hold a name such as AI. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function openSuitability({ conditions, warnings }: Suitability): VerdictReason[] {
  const open =
    CONDITIONS.filter((condition) => conditions[condition] === undefined).length +
    WARNINGS.filter((warning) => warnings[warning] === undefined).length;
  if (open === 0) return [];
  const asked = CONDITIONS.length + WARNINGS.length;
  const text = `${open} of ${asked} suitability questions ${open === 1 ? "is" : "are"} still open.`;
  return [{ rule: "suitabilityOpen", text }];
}
