import { questionKeys } from "../framework/keys";
import { type Area, type Capability, type Framework, PHASES, type Phase } from "../framework/types";
import type { Assessment, Respondent } from "./assessment";
import { AssessmentError, pathOf } from "./assessment-error";
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
 * @throws AssessmentError with the path of an answer outside the framework, or of a phase that is none
 */
export function capabilityStates(asked: Framework, assessment: Assessment): CapabilityState[] {
  const { respondents, targetPhase } = assessment;
  if (!PHASES.includes(targetPhase)) throw new AssessmentError("targetPhase", `one of ${PHASES.join(", ")}`);
  rejectStrayAnswers(asked, respondents);
  const states: CapabilityState[] = [];
  for (const area of asked.areas) {
    for (const capability of area.capabilities) {
      const questions = capability.questions.map((question) => consensusOf(question, respondents));
      states.push(stateOf(area, capability, targetPhase, questions));
    }
  }
  return states;
}

function stateOf(
  area: Area,
  capability: Capability,
  phase: Phase,
  questions: readonly Consensus[],
): CapabilityState {
  const level = capabilityLevel(questions, levelGiven);
  const settled = questions.every(({ low, high }) => low === high);
  const low = settled ? level : capabilityLevel(questions, leastLevel);
  const status = low === null ? "excluded" : level === null ? "unknown" : "answered";
  return {
    area,
    capability,
    weight: area.weight * capability.weight,
    required: capability.required[phase],
    status,
    level,
    low,
    high: settled ? level : capabilityLevel(questions, mostLevel),
    questions,
  };
}

const levelGiven = (consensus: Consensus) => consensus.level;
const leastLevel = (consensus: Consensus) => consensus.low;
const mostLevel = (consensus: Consensus) => consensus.high;
const questionWeight = (consensus: Consensus) => consensus.question.weight;

/** `L = Σ w·level / Σ w` over the questions that have one; null when none has. */
function capabilityLevel(
  questions: readonly Consensus[],
  levelOf: (consensus: Consensus) => number | null,
): number | null {
  const level = weightedMean(questions, levelOf, questionWeight);
  return level === null ? null : cleanLevel(level);
}

/** A level that is whole but for the float noise of its weights is whole: it meets what it meets. */
export function cleanLevel(level: number): number {
  const whole = Math.round(level);
  return Math.abs(level - whole) < 1e-12 ? whole : level;
}

function rejectStrayAnswers(asked: Framework, respondents: readonly Respondent[]) {
  const known = questionKeys(asked);
  for (const [index, { answers }] of respondents.entries()) {
    for (const key of Object.keys(answers)) {
      if (!known.has(key)) {
        const expected = "a question that the assessment asks";
        throw new AssessmentError(pathOf(["respondents", index, "answers", key]), expected);
      }
    }
  }
}
