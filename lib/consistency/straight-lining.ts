import { formatPercent } from "../format/number";
import type { Respondent } from "../scoring/assessment";
import { answerTo } from "../scoring/consensus";
import type { CheckResult } from "../scoring/result";
import type { AreaStates } from "../scoring/score";
import { steady } from "../scoring/steady";

const SHARE_MIN = 0.9;
/** With fewer levels in an area, sameness says nothing. The quick assessment asks four an area. */
const LEVELS_MIN = 4;

/** Areas where somebody gave at least 90% of their levels as one and the same. */
export function straightLining(
  areas: readonly AreaStates[],
  respondents: readonly Respondent[],
): CheckResult[] {
  const found: CheckResult[] = [];
  for (const { area, states } of areas) {
    const lines = respondents.flatMap((respondent) => straightLine(states, respondent) ?? []);
    const [first] = lines;
    if (!first) continue;
    const who =
      respondents.length === 1
        ? `${formatPercent(first.share)} of the levels are ${first.level}`
        : `${lines.length} of ${respondents.length} respondents gave one level almost throughout`;
    const text = `${area.title}: ${who}. Check that each question was answered on its own.`;
    found.push({ key: "straightLining", area: area.key, text });
  }
  return found;
}

function straightLine(
  states: AreaStates["states"],
  respondent: Respondent,
): { level: number; share: number } | null {
  const counts = [0, 0, 0, 0, 0, 0];
  let total = 0;
  for (const { questions } of states) {
    for (const { question, status } of questions) {
      const level = status === "level" ? answerTo(question.key, respondent)?.level : undefined;
      if (level === undefined) continue;
      counts[level] = (counts[level] ?? 0) + 1;
      total += 1;
    }
  }
  const most = Math.max(...counts);
  const share = most / total;
  return total >= LEVELS_MIN && steady(share) >= SHARE_MIN ? { level: counts.indexOf(most), share } : null;
}
