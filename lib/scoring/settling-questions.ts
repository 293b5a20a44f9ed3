import type { Suitability } from "./assessment";
import { attainmentOf, totalWeight } from "./attainment";
import { type CapabilityState, cleanLevel } from "./capability-state";
import { completenessOf } from "./completeness";
import { gapOf } from "./gap";
import type { Outcome } from "./result";
import { steady } from "./steady";
import { outcomeOf, suitabilityCeiling } from "./verdict";

/** The sums behind a capability's level, ready to take more answers. */
type Tally = { state: CapabilityState; sum: number; weight: number };
/** `place` is that of its capability among the states. */
type OpenQuestion = { key: string; weight: number; place: number; swing: number };

/**
 * The shortest prefix of the open questions, by the readiness points that each could still move (framework order on
 * ties), that changes the outcome when all of it is set to 5 or all to 1. Keys; empty when no answers can.
 */
export function settlingQuestions(
  states: readonly CapabilityState[],
  suitability: Suitability,
  outcome: Outcome,
): string[] {
  const { asked, answered } = completenessOf(states);
  if (answered === asked) return [];
  const open = openQuestions(states);
  const ceiling = suitabilityCeiling(suitability);
  const courses = [new Course(states, 5), new Course(states, 1)];
  for (const [index, question] of open.entries()) {
    const completeness = (answered + index + 1) / asked;
    let changed = false;
    for (const course of courses) {
      course.answer(question);
      const { readiness, gatingGap } = course;
      if (outcomeOf({ completeness, readiness, gatingGap, ceiling }) !== outcome) changed = true;
    }
    if (changed) return open.slice(0, index + 1).map(({ key }) => key);
  }
  return [];
}

/** What becomes of readiness and gating gaps as one open question after the other gets the same level. */
class Course {
  private readonly tallies: readonly Tally[];
  private readonly total: number;
  /** Σ W·A */
  private attained = 0;
  gatingGap = 0;

  constructor(
    states: readonly CapabilityState[],
    private readonly level: number,
  ) {
    this.tallies = states.filter(({ status }) => status !== "excluded").map(tallyOf);
    this.total = totalWeight(states);
    for (const tally of this.tallies) this.attained += tally.state.weight * attainmentNow(tally);
    this.gatingGap = this.largestGatingGap();
  }

  answer({ weight, place }: OpenQuestion) {
    const tally = this.tallies[place];
    if (!tally) return;
    const before = attainmentNow(tally);
    tally.sum += weight * this.level;
    tally.weight += weight;
    this.attained += tally.state.weight * (attainmentNow(tally) - before);
    if (tally.state.capability.gating) this.gatingGap = this.largestGatingGap();
  }

  get readiness(): number | null {
    return this.total > 0 ? (100 * this.attained) / this.total : null;
  }

  private largestGatingGap(): number {
    let largest = 0;
    for (const tally of this.tallies) {
      const { capability, required } = tally.state;
      if (capability.gating) largest = Math.max(largest, gapOf({ level: levelNow(tally), required }));
    }
    return largest;
  }
}

function openQuestions(states: readonly CapabilityState[]): OpenQuestion[] {
  const total = totalWeight(states);
  const assessed = states.filter(({ status }) => status !== "excluded");
  const open: OpenQuestion[] = [];
  for (const [place, state] of assessed.entries()) {
    const tally = tallyOf(state);
    for (const { status, question } of state.questions) {
      if (status !== "open") continue;
      const { key, weight } = question;
      const moved = attainmentWith(tally, weight, 5) - attainmentWith(tally, weight, 1);
      open.push({ key, weight, place, swing: steady((100 * state.weight * moved) / total) });
    }
  }
  return open.sort((a, b) => b.swing - a.swing);
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

function levelNow({ sum, weight }: Tally): number | null {
  return weight > 0 ? cleanLevel(sum / weight) : null;
}

function attainmentNow(tally: Tally): number {
  return attainmentOf(levelNow(tally), tally.state.required);
}

function attainmentWith({ state, sum, weight }: Tally, added: number, level: number): number {
  return attainmentOf(cleanLevel((sum + added * level) / (weight + added)), state.required);
}
