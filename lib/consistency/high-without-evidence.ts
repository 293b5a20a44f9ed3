import type { CheckResult } from "../scoring/result";
import type { AreaStates } from "../scoring/score";
import { steady } from "../scoring/steady";

const HIGH_LEVEL = 4;

/** Levels of 4 and more that nobody supported with a note or a link, one finding an area. */
export function highWithoutEvidence(areas: readonly AreaStates[]): CheckResult[] {
  const found: CheckResult[] = [];
  for (const { area, states } of areas) {
    const keys: string[] = [];
    for (const { questions } of states) {
      for (const { question, level, evidenced } of questions) {
        if (level !== null && !evidenced && steady(level) >= HIGH_LEVEL) keys.push(question.key);
      }
    }
    if (keys.length === 0) continue;
    const answers =
      keys.length === 1
        ? "1 answer at level 4 or above has"
        : `${keys.length} answers at level 4 or above have`;
    const text = `${area.title}: ${answers} neither a note nor a link as evidence.`;
    found.push({ key: "highWithoutEvidence", area: area.key, questions: keys, text });
  }
  return found;
}
