import type { Area, Capability, Framework, Phase } from "../framework/types";
import type { Assessment } from "./assessment";
import { AssessmentError } from "./assessment-error";
import { type Consensus, consensusOf } from "./consensus";
import { weightedMean } from "./weighted-mean";

/** One capability as the answers leave it: the ground that every figure stands on. */
export type CapabilityState = {
  area: Area;
  capability: Capability;
  /** weight(area) × weight(capability) */
  weight: number;
  required: number;
  status: "answered" | "unknown" | "excluded";
  /** Weighted mean of the levels answered; null unless answered. */
  level: number | null;
  /** The level with every open question at 1, at 5, and guesses one lower, one higher; null when excluded. */
  low: number | null;
  high: number | null;
  questions: readonly Consensus[];
};

/**
 * The states of all capabilities that are asked, in framework order.
 * @param asked the framework as the assessment's depth sees it
 * @throws AssessmentError with the path of an answer outside the framework
 */
export function capabilityStates(asked: Framework, assessment: Assessment): CapabilityState[] {
  const { respondents, targetPhase } = assessment;
  rejectStrayAnswers(asked, respondents);
  return asked.areas.flatMap((area) =>
    area.capabilities.map((capability) =>
      stateOf(
        area,
        capability,
        targetPhase,
        capability.questions.map((question) => consensusOf(question, respondents)),
      ),
    ),
  );
}

function stateOf(
  area: Area,
  capability: Capability,
  phase: Phase,
  questions: readonly Consensus[],
): CapabilityState {
  const applicable = questions.filter(({ status }) => status !== "notApplicable");
  const mean = (pick: (consensus: Consensus) => number | null) =>
    weightedMean(applicable, pick, ({ question }) => question.weight);
  const level = mean((consensus) => consensus.level);
  return {
    area,
    capability,
    weight: area.weight * capability.weight,
    required: capability.required[phase],
    status: applicable.length === 0 ? "excluded" : level === null ? "unknown" : "answered",
    level,
    low: mean(({ low }) => low),
    high: mean(({ high }) => high),
    questions,
  };
}

const keysOf = new WeakMap<Framework, Set<string>>();

/** Keys of all questions of a framework. */
export function questionKeys(framework: Framework): ReadonlySet<string> {
  const known = keysOf.get(framework);
  if (known) return known;
  const keys = new Set(
    framework.areas.flatMap(({ capabilities }) =>
      capabilities.flatMap(({ questions }) => questions.map(({ key }) => key)),
    ),
  );
  keysOf.set(framework, keys);
  return keys;
}

function rejectStrayAnswers(asked: Framework, respondents: Assessment["respondents"]) {
  const known = questionKeys(asked);
  for (const [index, { answers }] of respondents.entries()) {
    for (const key of Object.keys(answers)) {
      if (!known.has(key)) {
        throw new AssessmentError(
          `respondents[${index}].answers.${key}`,
          "a question that the assessment asks",
        );
      }
    }
  }
}
