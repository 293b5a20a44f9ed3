import { formatLevel, formatPercent, formatScore } from "../format/number";
import { CONDITIONS, type Suitability, WARNINGS } from "../scoring/assessment";
import type { CapabilityState } from "../scoring/capability-state";
import { completenessOf } from "../scoring/completeness";
import type { Result } from "../scoring/result";
import { CONFIDENCE_WORDS, OUTCOME_WORDS } from "../scoring/result-words";
import { CONDITION_WORDS, WARNING_WORDS } from "../scoring/words";
import type { Explanation, ExplanationInput } from "./explain";
import { confidenceInWords, verdictInWords } from "./rules-in-words";

export function explainVerdict(
  result: Result,
  states: readonly CapabilityState[],
  { conditions, warnings }: Suitability,
): Explanation {
  const unmet = CONDITIONS.filter((key) => conditions[key] === "no").map((key) => CONDITION_WORDS[key]);
  const present = WARNINGS.filter((key) => warnings[key]).map((key) => WARNING_WORDS[key]);
  const open = [
    ...CONDITIONS.filter((key) => conditions[key] === undefined),
    ...WARNINGS.filter((key) => warnings[key] === undefined),
  ];
  return {
    figure: "verdict",
    formula: verdictInWords(),
    inputs: [
      answered(states),
      { label: "Readiness", value: formatScore(result.readiness.value) },
      widestGatingGap(result, states),
      { label: "Conditions not met", value: unmet.join(", ") || "None" },
      { label: "Warning signs present", value: present.join(", ") || "None" },
      { label: "Suitability questions open", value: String(open.length) },
    ],
    outcome: OUTCOME_WORDS[result.verdict.outcome],
  };
}

function widestGatingGap(result: Result, states: readonly CapabilityState[]): ExplanationInput {
  const gating = new Map(
    states
      .filter(({ capability }) => capability.gating)
      .map(({ capability }) => [capability.key, capability.title]),
  );
  const [widest] = result.areas
    .flatMap(({ capabilities }) => capabilities)
    .filter(({ key, gap }) => gating.has(key) && gap !== null && gap > 0)
    .toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  const label = "Widest gap of a gating capability";
  if (!widest) return { label, value: "None" };
  return {
    label,
    value: `${formatLevel(widest.gap)}: ${gating.get(widest.key)}`,
    source: { kind: "capability", key: widest.key },
  };
}

export function explainConfidence({ confidence }: Result, states: readonly CapabilityState[]): Explanation {
  return {
    figure: "confidence",
    formula: confidenceInWords(),
    inputs: [
      answered(states),
      { label: "Answers with a note or a link", value: formatPercent(confidence.evidence) },
      {
        label: "Agreement between respondents",
        value: confidence.agreement === null ? "One respondent" : formatPercent(confidence.agreement),
      },
    ],
    outcome: `Confidence ${CONFIDENCE_WORDS[confidence.label].toLowerCase()}`,
  };
}

/** Completeness with its two counts. */
function answered(states: readonly CapabilityState[]): ExplanationInput {
  const { asked, answered: given, share } = completenessOf(states);
  return {
    label: "Questions answered with a level or as not applicable",
    value: `${given} of ${asked}, ${formatPercent(share)}`,
  };
}
