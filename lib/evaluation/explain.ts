import { formatLevel, formatPercent, formatRange, formatScore } from "../format/number";
import type { Framework, Phase, Risk } from "../framework/types";
import { PHASE_WORDS } from "../framework/words";
import { impactOf } from "../risk-rating/rate-risks";
import type { UnitContext } from "../scoring/assessment";
import { attainmentOf } from "../scoring/attainment";
import type { CapabilityState } from "../scoring/capability-state";
import type { Consensus } from "../scoring/consensus";
import type {
  AreaResult,
  BandedScore,
  Bounded,
  CapabilityResult,
  Result,
  RiskResult,
} from "../scoring/result";
import { bandWord, RATING_WORDS, SEVERITY_WORDS } from "../scoring/result-words";

/** Where an input of a figure can be looked at: a part of the same result. */
export type Source = { kind: "area" | "capability" | "question"; key: string };

export type ExplanationInput = { label: string; value: string; weight?: string; source?: Source };

/** Why a figure is what it is: its name, the formula in words, what went in, and what came out. */
export type Explanation = {
  figure: string;
  formula: string;
  inputs: readonly ExplanationInput[];
  outcome: string;
};

const BAND_RULE =
  "Bands are 20 points wide; the band is at most one above that of the weakest gating capability.";
const BOUNDS_RULE =
  "Its bounds take every open question at level 1 and at level 5, and a guess a level lower and higher.";

export function explainScore(result: Result, framework: Framework): Explanation {
  return {
    figure: "score",
    formula: `Weighted mean of the areas that have a score. ${BAND_RULE}`,
    inputs: framework.areas.map(({ key, title, weight }) => ({
      label: title,
      value: formatScore(result.areas.find((area) => area.key === key)?.score.value ?? null),
      weight: String(weight),
      source: { kind: "area", key },
    })),
    outcome: scoreInWords(result.score, framework),
  };
}

export function explainAreaScore(area: AreaResult, framework: Framework): Explanation {
  const capabilities = framework.areas.find(({ key }) => key === area.key)?.capabilities ?? [];
  return {
    figure: "score",
    formula: `Weighted mean of the capabilities that have a level. Score = (level − 1) / 4 × 100. ${BAND_RULE}`,
    inputs: capabilities.map(({ key, title, weight }) => ({
      label: title,
      value: formatScore(area.capabilities.find((capability) => capability.key === key)?.score ?? null),
      weight: String(weight),
      source: { kind: "capability", key },
    })),
    outcome: scoreInWords(area.score, framework),
  };
}

function scoreInWords({ value, band }: BandedScore, framework: Framework): string {
  return `Score ${formatScore(value)}${band ? `: ${bandWord(framework, band).toLowerCase()}` : ""}`;
}

/** Of the whole result, or of one of its areas or infrastructures: `states` are those of its capabilities. */
export function explainReadiness(
  { value, low, high }: Bounded,
  states: readonly CapabilityState[],
  phase: Phase,
): Explanation {
  return {
    figure: "readiness",
    formula: `100 × weighted mean of attainment. Attainment is how far a capability is on the way from level 1 to the level that ${PHASE_WORDS[phase].toLowerCase()} requires; unknown counts 0.${low === high ? "" : ` ${BOUNDS_RULE}`}`,
    inputs: states
      .filter(({ status }) => status !== "excluded")
      .map(({ capability: { key, title }, level, required, weight }) => ({
        label: title,
        value: formatPercent(attainmentOf(level, required)),
        weight: formatLevel(weight),
        source: { kind: "capability", key },
      })),
    outcome: `Readiness ${formatScore(value)}${low === high ? "" : `, could be ${formatRange(low, high)}`}`,
  };
}

export function explainLevel({ questions, level }: CapabilityState): Explanation {
  return {
    figure: "level",
    formula: "Weighted mean of the levels answered; what is open or not applicable leaves the mean.",
    inputs: questions.map((consensus) => ({
      label: consensus.question.text,
      value: consensusInWords(consensus),
      weight: String(consensus.question.weight),
      source: { kind: "question", key: consensus.question.key },
    })),
    outcome: `Level ${formatLevel(level)}`,
  };
}

function consensusInWords({ status, level, deviation, contested }: Consensus): string {
  if (status === "open") return "Open";
  if (status === "notApplicable") return "Not applicable";
  const mean =
    deviation === null ? "" : `, the mean of several answers${contested ? " that differ widely" : ""}`;
  return `Level ${formatLevel(level)}${mean}`;
}

export function explainGap(
  { key, level, required, gap, severity }: CapabilityResult,
  gating: boolean,
): Explanation {
  const source = { kind: "capability", key } as const;
  return {
    figure: "gap",
    formula:
      "Required level − level, at least 0; unknown: required level − 1. Below 1 level it is minor, below 2 moderate, below 3 major, else critical; a gating capability that is a level or more short is one step more severe.",
    inputs: [
      { label: "Required level", value: String(required) },
      { label: "Level", value: level === null ? "Unknown" : formatLevel(level), source },
      { label: "Gating", value: gating ? "Yes" : "No" },
    ],
    outcome: `Gap ${formatLevel(gap)}${severity ? `: ${SEVERITY_WORDS[severity].toLowerCase()}` : ""}`,
  };
}

export function explainGain(
  capability: CapabilityResult,
  state: CapabilityState,
  total: number,
): Explanation {
  return {
    figure: "gain",
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

export function explainRisk(
  result: RiskResult,
  risk: Risk,
  unit: UnitContext,
  states: readonly CapabilityState[],
): Explanation {
  const raised = impactOf(risk, unit) - risk.inherentImpact;
  return {
    figure: "rating",
    formula: `Likelihood = 1 + 4 × weighted shortfall of the contributors, rounded. Impact = ${risk.inherentImpact}${raised > 0 ? ` + ${raised} for regulation or scale` : ""}. The rating is looked up in NIST SP 800-30 rev. 1, table I-2. Inherent: every contributor at level 1. With accepted actions: each contributor at the level that they reach.`,
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
