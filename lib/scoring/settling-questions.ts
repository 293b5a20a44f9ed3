import type { Suitability } from "./assessment";
import { attainmentOf } from "./attainment";
import type { CapabilityState } from "./capability-state";
import type { Consensus } from "./consensus";
import { gapOf } from "./gap";
import type { Outcome } from "./result";
import { type GatingGap, outcomeOf } from "./verdict";

type Tally = { state: CapabilityState; sum: number; weight: number };
type Open = { tally: Tally; consensus: Consensus; swing: number };

/**
 * The shortest prefix of the open questions, by the readiness points that each could still move (framework order on
 * ties), that changes the outcome when all of it is set to 5 or all to 1. Keys; empty when no answers can.
 */
export function settlingQuestions(
  states: readonly CapabilityState[],
  suitability: Suitability,
  outcome: Outcome,
): string[] {
  const open = openQuestions(states);
  const ways = [5, 1].map((level) => new Course(states, suitability, level));
  for (const [index, question] of open.entries()) {
    // Both courses go on, whichever of them changes the outcome first.
    const changed = ways.filter((course) => course.settle(question) !== outcome);
    if (changed.length > 0) return open.slice(0, index + 1).map(({ consensus }) => consensus.question.key);
  }
  return [];
}

function openQuestions(states: readonly CapabilityState[]): Open[] {
  const total = states.reduce((sum, { status, weight }) => (status === "excluded" ? sum : sum + weight), 0);
  const open = states.flatMap((state) => {
    const tally = tallyOf(state);
    return state.questions
      .filter(({ status }) => status === "open")
      .map((consensus): Open => {
        const at = (level: number) => {
          const { weight } = consensus.question;
          return attainmentOf((tally.sum + weight * level) / (tally.weight + weight), state.required);
        };
        return { tally, consensus, swing: (100 * state.weight * (at(5) - at(1))) / total };
      });
  });
  // Equal but for the last digit is a tie, which the stable sort leaves in framework order.
  return open.sort((a, b) => (Math.abs(b.swing - a.swing) < 1e-9 ? 0 : b.swing - a.swing));
}

function tallyOf(state: CapabilityState): Tally {
  const tally = { state, sum: 0, weight: 0 };
  for (const { level, question } of state.questions) {
    if (level === null) continue;
    tally.sum += question.weight * level;
    tally.weight += question.weight;
  }
  return tally;
}

/** What the verdict becomes as one open question after the other gets the same level. */
class Course {
  private readonly tallies: Map<CapabilityState, Tally>;
  private readonly asked: number;
  private answered: number;

  constructor(
    private readonly states: readonly CapabilityState[],
    private readonly suitability: Suitability,
    private readonly level: number,
  ) {
    this.tallies = new Map(states.map((state) => [state, tallyOf(state)]));
    const questions = states.flatMap((state) => state.questions);
    this.asked = questions.length;
    this.answered = questions.filter(({ status }) => status !== "open").length;
  }

  settle({ tally: { state }, consensus }: Open): Outcome {
    const { weight } = consensus.question;
    const own = this.tallies.get(state);
    if (own) {
      own.sum += weight * this.level;
      own.weight += weight;
    }
    this.answered += 1;
    return this.outcome();
  }

  private outcome(): Outcome {
    let sum = 0;
    let weights = 0;
    const gating: GatingGap[] = [];
    for (const state of this.states) {
      if (state.status === "excluded") continue;
      const tally = this.tallies.get(state);
      const level = tally && tally.weight > 0 ? tally.sum / tally.weight : null;
      const { required, weight, capability } = state;
      sum += weight * attainmentOf(level, required);
      weights += weight;
      if (capability.gating)
        gating.push({ key: capability.key, title: capability.title, gap: gapOf({ level, required }) });
    }
    return outcomeOf({
      completeness: this.asked > 0 ? this.answered / this.asked : 0,
      readiness: weights > 0 ? (100 * sum) / weights : null,
      gating,
      suitability: this.suitability,
    });
  }
}
