import { formatLevel, formatPercent, formatScore } from "../format/number";
import type { Framework, Risk } from "../framework/types";
import { PHASE_WORDS } from "../framework/words";
import { impactOf } from "../risk-rating/rate-risks";
import type { UnitContext } from "../scoring/assessment";
import type { CapabilityState } from "../scoring/capability-state";
import type { AreaResult, CapabilityResult, Result, RiskResult } from "../scoring/result";
import { RATING_WORDS } from "../scoring/result-words";

/** Where an input of a figure can be looked at: a part of the same result. */
export type Source = { kind: "area" | "capability" | "question"; key: string };

export type ExplanationInput = { label: string; value: string; weight?: string; source?: Source };

/** Why a figure is what it is: the formula in words, what went in, and what came out. */
export type Explanation = { formula: string; inputs: readonly ExplanationInput[]; outcome: string };

export function explainScore(result: Result, framework: Framework): Explanation {
  return {
    formula: "Weighted mean of the areas that have a score.",
    inputs: framework.areas.map(({ key, title, weight }) => ({
      label: title,
      value: formatScore(result.areas.find((area) => area.key === key)?.score.value ?? null),
      weight: String(weight),
      source: { kind: "area", key },
    })),
    outcome: `Score ${formatScore(result.score.value)}`,
  };
}

export function explainAreaScore(area: AreaResult, framework: Framework): Explanation {
  const capabilities = framework.areas.find(({ key }) => key === area.key)?.capabilities ?? [];
  return {
    formula: "Weighted mean of the capabilities that have a level. Score = (level − 1) / 4 × 100.",
    inputs: capabilities.map(({ key, title, weight }) => ({
      label: title,
      value: formatScore(area.capabilities.find((capability) => capability.key === key)?.score ?? null),
      weight: String(weight),
      source: { kind: "capability", key },
    })),
    outcome: `Score ${formatScore(area.score.value)}`,
  };
}

export function explainReadiness(result: Result, states: readonly CapabilityState[]): Explanation {
  return {
    formula: `100 × weighted mean of attainment. Attainment is how far a capability is on the way from level 1 to the level that ${PHASE_WORDS[result.targetPhase].toLowerCase()} requires; unknown counts 0.`,
    inputs: result.areas.flatMap(({ capabilities }) =>
      capabilities.flatMap((capability) => {
        const state = states.find((found) => found.capability.key === capability.key);
        if (!state || capability.attainment === null) return [];
        return [
          {
            label: state.capability.title,
            value: formatPercent(capability.attainment),
            weight: formatLevel(state.weight),
            source: { kind: "capability", key: capability.key } as const,
          },
        ];
      }),
    ),
    outcome: `Readiness ${formatScore(result.readiness.value)}`,
  };
}

export function explainLevel(state: CapabilityState): Explanation {
  return {
    formula: "Weighted mean of the levels answered; what is open or not applicable leaves the mean.",
    inputs: state.questions.map(({ question, level, status }) => ({
      label: question.text,
      value:
        status === "open"
          ? "Open"
          : status === "notApplicable"
            ? "Not applicable"
            : `Level ${formatLevel(level)}`,
      weight: String(question.weight),
      source: { kind: "question", key: question.key },
    })),
    outcome: `Level ${formatLevel(state.level)}`,
  };
}

export function explainGain(
  capability: CapabilityResult,
  state: CapabilityState,
  total: number,
): Explanation {
  return {
    formula: "100 × weight × (1 − attainment) / sum of all weights.",
    inputs: [
      { label: "Weight (area × capability)", value: formatLevel(state.weight) },
      {
        label:
          capability.level === null
            ? "Attainment: an unknown level counts 0"
            : `Attainment: (${formatLevel(capability.level)} − 1) / (${capability.required} − 1), at most 1`,
        value: formatPercent(capability.attainment),
        source: { kind: "capability", key: capability.key },
      },
      { label: "Sum of all weights", value: formatLevel(total) },
    ],
    outcome: `${formatScore(capability.gain)} points`,
  };
}

export function explainConfidence({ completeness, confidence }: Result): Explanation {
  return {
    formula:
      "High: at least 90% answered, half of the answers with a note or link, agreement at least 75% or only one respondent. Low: less than 60% answered, or agreement below 50%. Otherwise medium.",
    inputs: [
      { label: "Questions answered", value: formatPercent(completeness) },
      { label: "Answers with a note or a link", value: formatPercent(confidence.evidence) },
      {
        label: "Agreement between respondents",
        value: confidence.agreement === null ? "One respondent" : formatPercent(confidence.agreement),
      },
    ],
    outcome: `Confidence ${confidence.label}`,
  };
}

export function explainRisk(
  result: RiskResult,
  risk: Risk,
  unit: UnitContext,
  states: readonly CapabilityState[],
): Explanation {
  const raised = impactOf(risk, unit) - risk.inherentImpact;
  return {
    formula: `Likelihood = 1 + 4 × weighted shortfall of the contributors, rounded. Impact = ${risk.inherentImpact}${raised > 0 ? ` + ${raised} for regulation or scale` : ""}. The rating is looked up in NIST SP 800-30 rev. 1, table I-2.`,
    inputs: result.contributors.map(({ capability, share }) => ({
      label: states.find((state) => state.capability.key === capability)?.capability.title ?? capability,
      value: `${formatPercent(share)} of the shortfall`,
      weight: String(
        risk.contributors.find((contributor) => contributor.capability === capability)?.weight ?? "",
      ),
      source: { kind: "capability", key: capability },
    })),
    outcome: `Likelihood ${result.likelihood}, impact ${result.impact}: ${RATING_WORDS[result.rating].toLowerCase()}`,
  };
}
