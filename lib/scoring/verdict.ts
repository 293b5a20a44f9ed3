import { lowerFirst } from "../format/letters";
import { formatLevel, formatPercent, formatScore, formatScoreBelow } from "../format/number";
import type { Phase } from "../framework/types";
import { PHASE_WORDS } from "../framework/words";
import { CONDITIONS, type Suitability, WARNINGS, type Warning } from "./assessment";
import type { Completeness } from "./completeness";
import type { Outcome, VerdictReason } from "./result";
import { steady } from "./steady";
import { RULED_OUTCOMES, ruleOf } from "./verdict-rules";
import { CONDITION_WORDS, WARNING_WORDS } from "./words";

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

/** The first rule that holds. */
export function outcomeOf({ completeness, readiness, gatingGap, ceiling }: VerdictFacts): Outcome {
  if (readiness === null) return "insufficientEvidence";
  const share = steady(completeness);
  const points = steady(readiness);
  const gap = steady(gatingGap);
  for (const outcome of RULED_OUTCOMES) {
    const { completenessBelow, readinessBelow, gatingGapFrom } = ruleOf(outcome);
    if (
      outcome === ceiling ||
      (completenessBelow !== undefined && share < completenessBelow) ||
      (readinessBelow !== undefined && points < readinessBelow) ||
      (gatingGapFrom !== undefined && gap >= gatingGapFrom)
    )
      return outcome;
  }
  return "ready";
}

/** The best outcome that the suitability answers allow: that of the first rule that they make hold. */
export function suitabilityCeiling({ conditions, warnings }: Suitability): Outcome {
  const unmet = CONDITIONS.some((condition) => conditions[condition] === "no");
  const open =
    CONDITIONS.some((condition) => conditions[condition] === undefined) ||
    WARNINGS.some((warning) => warnings[warning] === undefined);
  for (const outcome of RULED_OUTCOMES) {
    const rule = ruleOf(outcome);
    const warned = rule.warnings?.some((warning) => warnings[warning]);
    if (warned || (rule.conditionNotMet && unmet) || (rule.suitabilityOpen && open)) return outcome;
  }
  return "ready";
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
  if (outcome === "ready") {
    const text = `Readiness for ${nameOf(phase)} is ${formatScore(readiness)}, no gating capability is a level short, no condition is unmet and no warning sign is present.`;
    return [{ rule: "allMet", text }];
  }
  const rule = ruleOf(outcome);
  return [
    ...belowReadiness(readiness, rule.readinessBelow, phase),
    ...gatingGaps(gating, rule.gatingGapFrom, phase),
    ...tooFewAnswers(completeness, rule.completenessBelow),
    ...(rule.conditionNotMet ? unmetConditions(suitability) : []),
    ...warningSigns(suitability, rule.warnings),
    ...(rule.suitabilityOpen ? openSuitability(suitability) : []),
  ];
}

function nameOf(phase: Phase): string {
  return PHASE_WORDS[phase].toLowerCase();
}

function tooFewAnswers({ asked, answered, share }: Completeness, needed = 0): VerdictReason[] {
  if (steady(share) >= needed) return [];
  const text = `${answered} of ${asked} questions are answered; ${formatPercent(needed)} are needed.`;
  return [{ rule: "completeness", text }];
}

function belowReadiness(readiness: number | null, needed: number | undefined, phase: Phase): VerdictReason[] {
  if (readiness === null || needed === undefined || steady(readiness) >= needed) return [];
  const text = `Readiness for ${nameOf(phase)} is ${formatScoreBelow(readiness, needed)}, below ${needed}.`;
  return [{ rule: "readiness", text }];
}

function gatingGaps(gating: readonly GatingGap[], levels: number | undefined, phase: Phase): VerdictReason[] {
  return gating
    .filter(({ gap }) => levels !== undefined && steady(gap) >= levels)
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

function warningSigns({ warnings }: Suitability, counting: readonly Warning[] = []): VerdictReason[] {
  return WARNINGS.filter((warning) => warnings[warning] && counting.includes(warning)).map((warning) => ({
    rule: "warningSign",
    warning,
    text: `Warning sign present: ${lowerFirst(WARNING_WORDS[warning])}.`,
  }));
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
