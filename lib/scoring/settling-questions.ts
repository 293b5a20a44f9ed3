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
type OpenQuestion = { key: string; weight: number; tally: Tally; swing: number };

/**
 * The shortest prefix of the open questions, by the readiness points that each could still move (framework order on
 * ties), that changes the outcome when all of it is set to 5 or all to 1. Keys; empty when no answers can.
 */
export function settlingQuestions(
  states: readonly CapabilityState[],
  suitability: Suitability,
  outcome: Outcome,
): string[] {
  const completeness = completenessOf(states);
  if (completeness.answered === completeness.asked) return [];
  const open = openQuestions(states);
  const ceiling = suitabilityCeiling(suitability);
  const courses = [5, 1].map((level) => ({ level, tallies: states.map(tallyOf) }));
  const places = new Map(states.map((state, index) => [state, index]));
  for (const [index, { weight, tally }] of open.entries()) {
    const answered = (completeness.answered + index + 1) / completeness.asked;
    let changed = false;
    for (const { level, tallies } of courses) {
      const own = tallies[places.get(tally.state) ?? -1];
      if (own) {
        own.sum += weight * level;
        own.weight += weight;
      }
      if (outcomeOf({ ...standing(tallies), completeness: answered, ceiling }) !== outcome) changed = true;
    }
    if (changed) return open.slice(0, index + 1).map(({ key }) => key);
  }
  return [];
}

function openQuestions(states: readonly CapabilityState[]): OpenQuestion[] {
  const total = totalWeight(states);
  const open: OpenQuestion[] = [];
  for (const state of states) {
    const tally = tallyOf(state);
    for (const { status, question } of state.questions) {
      if (status !== "open") continue;
      const { key, weight } = question;
      const moved = attainmentWith(tally, weight, 5) - attainmentWith(tally, weight, 1);
      open.push({ key, weight, tally, swing: steady((100 * state.weight * moved) / total) });
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

function attainmentWith({ state, sum, weight }: Tally, added: number, level: number): number {
  return attainmentOf(cleanLevel((sum + added * level) / (weight + added)), state.required);
}

function standing(tallies: readonly Tally[]): { readiness: number | null; gatingGap: number } {
  let attained = 0;
  let weights = 0;
  let gatingGap = 0;
  for (const { state, sum, weight } of tallies) {
    const { status, required, capability } = state;
    if (status === "excluded") continue;
    const level = weight > 0 ? cleanLevel(sum / weight) : null;
    attained += state.weight * attainmentOf(level, required);
    weights += state.weight;
    if (capability.gating) gatingGap = Math.max(gatingGap, gapOf({ level, required }));
  }
  return { readiness: weights > 0 ? (100 * attained) / weights : null, gatingGap };
}
